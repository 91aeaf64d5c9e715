using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Sources;

/// <summary>Where a field stands.</summary>
/// <param name="Line">From 1; 0 where its source has no lines.</param>
/// <param name="Column">From 1; 0 where its source has no lines.</param>
/// <param name="Row">What finds the row in a source without lines: <c>row 17 (id 'A12')</c>; empty in one with lines.</param>
readonly record struct FieldPlace(string File, int Line, int Column, string Row = "")
{
    public Diagnostic Say(string id, string message, bool isWarning = false) =>
        new(File, Line, Column, id, Row.Length > 0 ? $"{Row}: {message}" : message, isWarning);
}
