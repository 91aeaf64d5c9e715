using System.Text.RegularExpressions;
using Kiln.Contracts;
using Microsoft.Build.Utilities;

namespace Kiln.Tasks;

/// <summary>A line of the host that is an error or a warning. MSBuild would read it too, but not say where it is explained.</summary>
sealed class HostMessage
{
    static readonly Regex Form = new(
        @"^(?<file>.+?)(\((?<line>\d{1,9}),(?<column>\d{1,9})\))?: (?<kind>error|warning) (?<id>KILN\d{4}): (?<text>.*)$", RegexOptions.CultureInvariant);

    public string File { get; private set; } = "";

    public int Line { get; private set; }

    public int Column { get; private set; }

    public bool IsWarning { get; private set; }

    public string Id { get; private set; } = "";

    public string Text { get; private set; } = "";

    public static HostMessage? TryRead(string line) => Form.Match(line) is { Success: true } match
        ? new()
        {
            File = match.Groups["file"].Value,
            Line = Number(match.Groups["line"]),
            Column = Number(match.Groups["column"]),
            IsWarning = match.Groups["kind"].Value == "warning",
            Id = match.Groups["id"].Value,
            Text = match.Groups["text"].Value,
        }
        : null;

    public void Log(TaskLoggingHelper log)
    {
        if (IsWarning)
            log.LogWarning(null, Id, null, RulePages.Link(Id), File, Line, Column, 0, 0, "{0}", Text);
        else
            log.LogError(null, Id, null, RulePages.Link(Id), File, Line, Column, 0, 0, "{0}", Text);
    }

    static int Number(Group group) => group.Success ? int.Parse(group.Value) : 0;
}
