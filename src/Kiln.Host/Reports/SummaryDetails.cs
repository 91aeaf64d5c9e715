using Kiln.Contracts;
using Kiln.Contracts.Releases;
using Kiln.Host.Cards;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Reports;

/// <summary>The lines of a summary that say why a model is not published, and what else a reviewer has to look at.</summary>
/// <param name="directory">The project's folder.</param>
sealed class SummaryDetails(string directory)
{
    const int MostErrors = 5;

    const int LongestMessage = 400;

    public IEnumerable<string> Of(ModelOutcome outcome)
    {
        foreach (var line in Of(outcome.Errors))
            yield return line;
        if (outcome.Report is not { } report)
            yield break;
        foreach (var warning in outcome.Verdicts.Concat(report.Findings).Where(diagnostic => diagnostic.IsWarning))
            yield return Line("?", warning);
        if (report.Changes is { } changes)
            foreach (var line in ChangesSection.Lines(changes))
                yield return Text(line);
        if (report is { Due: { } due, Version.Due.Part: not VersionPart.None })
            yield return Text(due);
        if (report.Findings.Where(finding => finding.IsInformation).Select(finding => Link(finding.Id)).ToList() is { Count: > 0 } findings)
            yield return $"worth knowing: {string.Join(", ", findings)}";
        if (report.Card is { IsThere: true, Open: { Count: > 0 } open })
            yield return $"open in the model card: {string.Join(", ", open.Select(field => field.Name))} ({open.Count} of {CardField.All.Count})";
    }

    public IEnumerable<string> Of(IEnumerable<Diagnostic> errors)
    {
        var all = errors.ToList();
        foreach (var error in all.Take(MostErrors))
            yield return Line("✗", error);
        if (all.Count > MostErrors)
            yield return $"✗ and {Counted.Format(all.Count - MostErrors, "error")} more";
    }

    string Line(string sign, Diagnostic diagnostic)
    {
        var place = Path.GetRelativePath(directory, diagnostic.File).Replace('\\', '/') + (diagnostic.Line > 0 ? $"({diagnostic.Line})" : "");
        return $"{sign} {Link(diagnostic.Id)} {MarkdownText.Code(place)}: {Text(diagnostic.Message)}";
    }

    static string Link(string id) => $"[{id}]({RulePages.Link(id)})";

    static string Text(string message) => MarkdownText.Escape(Shortened.Text(message, LongestMessage));
}
