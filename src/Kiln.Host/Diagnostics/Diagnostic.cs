namespace Kiln.Host.Diagnostics;

/// <summary>One line that MSBuild turns into an error or a warning at the place it names.</summary>
/// <param name="Line">From 1; 0 where there is no line to name.</param>
sealed record Diagnostic(string File, int Line, int Column, string Id, string Message, bool IsWarning = false)
{
    /// <summary>Only worth knowing: reports have it, and no build stops for it.</summary>
    public bool IsInformation { get; init; }

    public bool IsError => !IsWarning && !IsInformation;

    /// <summary>MSBuild's canonical form.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"({Line},{Math.Max(Column, 1)})" : "";
        return $"{File}{place}: {(IsWarning ? "warning" : "error")} {Id}: {OneLine(Message)}";
    }

    static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
