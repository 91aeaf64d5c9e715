using System.Text;
using Kiln.Contracts;

namespace Kiln.Host.Reports.Cards;

/// <summary>How well a model does, as its card says it: what reports say, and every value of a column in which a gate holds a metric.</summary>
static class CardMeasurements
{
    public static void Write(StringBuilder text, ModelReport report)
    {
        text.Append("\n## Metrics\n\nOn the held-out rows, through the predictor that ships. No skill is what a model reaches that has learned nothing, and linear what a linear one does.\n\n");
        MarkdownTable.Write(text, ModelReport.Columns, report.Table, 1..^1);
        WriteSlices(text, report);
        if (report.Expectations.Count > 0)
            MarkdownTable.Write(text.Append("\n## Expectations\n\n"), ExpectationTable.Columns, ExpectationTable.Rows(report), 1..^1);
        WriteFindings(text, report);
    }

    static void WriteSlices(StringBuilder text, ModelReport report)
    {
        foreach (var sliced in report.Slices)
        {
            text.Append($"\n### {sliced.Metric} in each {MarkdownText.Escape(sliced.Column)}\n\n");
            MarkdownTable.Write(text, [sliced.Column, "rows", "value"], sliced.Values.Select(value => (string[])[value.Name, Numbers.Text(value.Rows), Numbers.Text(value.Metric)]), 1..);
            if (sliced.Smaller > 0)
                text.Append($"\n{Counted.Format(sliced.Smaller, "value")} of fewer than {Numbers.Text((long)sliced.MinRows)} rows left out.\n");
        }
    }

    static void WriteFindings(StringBuilder text, ModelReport report)
    {
        string[] lines =
        [
            .. report.Findings.Select(finding => $"[{finding.Id}]({RulePages.Link(finding.Id)}){(finding.IsWarning ? ", a warning" : "")}: {MarkdownText.Escape(finding.Message)}"),
            .. report.Missing.Concat(report.Notes).Select(MarkdownText.Escape),
        ];
        if (lines.Length == 0)
            return;
        text.Append("\n## Findings\n\n");
        foreach (var line in lines)
            text.Append($"- {line}\n");
    }
}
