using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>The metrics, and the lines that go with them.</summary>
static class MetricSection
{
    public static Section Of(ModelReport report) => new("metrics", "Metrics", page =>
    {
        page.Leaf("p", "Measured on the held-out rows through the predictor that ships. No skill is what a model reaches that has learned nothing, and linear what a linear one does.");
        Grid.Write(page, "Metrics", ModelReport.Columns, report.Table, 1..5);
        WriteFindings(page, report);
        var notes = report.Missing.Concat(report.Notes).ToList();
        if (notes.Count == 0)
            return;
        page.Leaf("h3", "Notes").Open("ul", ("class", "notes"));
        foreach (var note in notes)
            page.Leaf("li", note);
        page.Close();
    });

    static void WriteFindings(Markup page, ModelReport report)
    {
        if (report.Findings.Count == 0)
            return;
        page.Leaf("h3", "Findings").Open("ul", ("class", "notes"));
        foreach (var finding in report.Findings)
            page.Leaf("li", $"{finding.Id}{(finding.IsWarning ? ", a warning" : "")}: {finding.Message}");
        page.Close();
    }
}
