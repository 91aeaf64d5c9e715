using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Releases;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Reports;

/// <summary>All models of a project in one table, and below it only what a reviewer has to look at: short enough for a comment on a pull request.</summary>
/// <param name="project">Its name.</param>
/// <param name="directory">Its folder.</param>
sealed class Summary(string project, string directory)
{
    /// <summary>Comments may have 65,536 characters on GitHub, and a solution has more than one project.</summary>
    const int Most = 20_000;

    const int MostRows = 50;

    static readonly string[] Columns = ["model", "version", "verdict", "metric", "since the release", "gates and expectations", "due"];

    public string Write(IReadOnlyList<ModelOutcome> outcomes, IReadOnlyList<Diagnostic> errors)
    {
        var text = new StringBuilder($"### Models of {MarkdownText.Escape(project)}\n");
        if (outcomes.Count > 0)
            MarkdownTable.Write(text.Append('\n'), Columns, outcomes.Take(MostRows).Select(Row), ..0);
        if (outcomes.Count > MostRows)
            text.Append($"\nAnd {Counted.Format(outcomes.Count - MostRows, "model")} more.\n");
        var details = new SummaryDetails(directory);
        // What keeps a model back stands before what is cut off.
        (string Title, List<string> Lines)[] blocks =
        [
            ("Errors", [.. details.Of(errors.Except(outcomes.SelectMany(outcome => outcome.Errors)))]),
            .. outcomes.OrderBy(outcome => outcome.Errors.Count == 0 && outcome.Verdict == "passed").Select(outcome => (outcome.Definition.Name, details.Of(outcome).ToList())),
        ];
        foreach (var (title, lines) in blocks.Where(block => block.Lines.Count > 0))
        {
            var block = $"\n**{MarkdownText.Escape(title)}**\n\n{string.Concat(lines.Select(line => $"- {line}\n"))}";
            if (text.Length + block.Length > Most)
            {
                text.Append("\nMore is in `report.md`.\n");
                break;
            }
            text.Append(block);
        }
        return text.ToString();
    }

    static string[] Row(ModelOutcome outcome)
    {
        var metric = outcome.Report is { Model.Metrics: [var first, ..] } ? $"{first.Key} {Numbers.Text(first.Value)}" : "–";
        return [outcome.Definition.Name, outcome.Definition.Version ?? "–", Verdict(outcome), metric, Since(outcome.Report), Gates(outcome.Report), Due(outcome.Version)];
    }

    static string Verdict(ModelOutcome outcome) => outcome.Verdict switch
    {
        "passed" => outcome.Shipped is { } shipped ? $"✓ ships {shipped}" : "✓ passed",
        "gateMissed" => "✗ a gate is missed",
        "expectationMissed" => "✗ an expectation is missed",
        _ => "✗ failed",
    };

    /// <summary>The first metric; what is not among the metrics that differ is the same.</summary>
    static string Since(ModelReport? report) => report switch
    {
        null or { Changes: null } => "–",
        { Changes: { NotCompared: not null } changes } => $"{changes.Version}: not compared",
        { Changes: { } changes, Model.Metrics: [var first, ..] } =>
            changes.Metrics.FirstOrDefault(metric => metric.Key == first.Key) is { Value: not null } metric
                ? $"{changes.Version}: {Signed(metric.Value)}{(ChangesSection.Word(metric) is { Length: > 0 } word ? $", {word}" : "")}" : $"{changes.Version}: the same",
        _ => "–",
    };

    static string Signed(MetricComparison metric) => (metric.Difference.Value > 0 ? "+" : "") + Numbers.Text(metric.Difference);

    static string Gates(ModelReport? report)
    {
        if (report is null)
            return "–";
        var gates = report.Table.Where(row => row[^1].Length > 0).Select(row => $"{row[0]} {row[^1]}");
        var all = report.Plan.Definition.Expectations.Count;
        return string.Join("; ", [.. gates, .. all == 0 ? [] : (string[])[$"{ExpectationTable.Rows(report).Count(row => row[^1] == "met")} of {Counted.Format(all, "expectation")} met"]]) is { Length: > 0 } text ? text : "none";
    }

    static string Due(VersionVerdict? version) => version switch
    {
        { Due: { Part: not VersionPart.None } due, Lowest: { } lowest } => $"{(version.Problem is null ? "" : "✗ ")}{due.Part.ToString().ToLowerInvariant()}: {lowest} or higher",
        { Due: not null } => "nothing",
        _ => "–",
    };
}
