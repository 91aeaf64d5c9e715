using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>The metrics, and the lines that go with them.</summary>
static class MetricSection
{
    public static Section Of(ModelReport report) => new("metrics", "Metrics", page =>
    {
        page.Leaf("p", "Measured on the held-out rows through the predictor that ships. No skill is what a model reaches that has learned nothing.");
        Grid.Write(page, "Metrics", ModelReport.Columns, report.Table, 1..4);
        var notes = report.Missing.Concat(report.Notes).ToList();
        if (notes.Count == 0)
            return;
        page.Leaf("h3", "Notes").Open("ul", ("class", "notes"));
        foreach (var note in notes)
            page.Leaf("li", note);
        page.Close();
    });
}
