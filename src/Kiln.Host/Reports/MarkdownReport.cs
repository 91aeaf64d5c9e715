using System.Text;
using Kiln.Contracts;

namespace Kiln.Host.Reports;

/// <summary>The report as Markdown, for people, pull requests and <c>-t:KilnReport</c>.</summary>
static class MarkdownReport
{
    public static string Write(IEnumerable<ModelReport> reports)
    {
        var text = new StringBuilder("# Models\n");
        foreach (var report in reports)
        {
            text.Append($"\n## {MarkdownText.Escape(report.Title)}\n\n");
            text.Append($"Dataset {MarkdownText.Code(report.Plan.Dataset.Name)}{(report.Plan.Shape.LabelColumn is { } label ? $", label {MarkdownText.Code(label.Name)}" : "")}, {report.Plan.Shape.Task}; {MarkdownText.Escape(report.Rows)}.\n");
            text.Append($"This build: {report.Reason}{(report.GatesMissed ? "; **not published**, a gate is missed" : report.ExpectationsMissed ? "; **not published**, an expectation is missed" : "")}.\n\n");
            if (report.Due is { } due)
                text.Append($"Version: {MarkdownText.Escape(due)}.\n\n");
            MarkdownTable.Write(text, ModelReport.Columns, report.Table, 1..^1);
            if (report.Expectations.Count > 0)
                MarkdownTable.Write(text.Append('\n'), ExpectationTable.Columns, ExpectationTable.Rows(report), 1..^1);
            foreach (var finding in report.Findings)
                text.Append($"\n- [{finding.Id}]({RulePages.Link(finding.Id)}){(finding.IsWarning ? ", a warning" : "")}: {MarkdownText.Escape(finding.Message)}\n");
            foreach (var note in report.Missing.Concat(report.Notes))
                text.Append($"\n- {MarkdownText.Escape(note)}\n");
            if (report.Changes is { } changes)
                ChangesSection.Write(text, changes);
        }
        return text.ToString();
    }
}
