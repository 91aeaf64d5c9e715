using Kiln.Host.Reports.Html.Drawing;
using Kiln.Host.Reports.Html.Sections;

namespace Kiln.Host.Reports.Html;

/// <summary>The models of a project, each with its first metric, how its gates stand, and where its report is.</summary>
static class IndexPage
{
    /// <param name="reports">Each with the name of its file.</param>
    public static string Write(IReadOnlyList<(ModelReport Report, string File)> reports) => Page.Write("Models", page =>
    {
        page.Open("main").Leaf("h1", "Models");
        if (reports.Count == 0)
            page.Leaf("p", "There is no model to report on.");
        foreach (var (report, file) in reports)
        {
            page.Open("section").Open("h2").Leaf("a", report.Title, ("href", Uri.EscapeDataString(file))).Close();
            HeadSection.Verdicts(page, report);
            page.Leaf("p", $"{TaskName.Of(report.Plan.Shape.Task)} on {report.Plan.Dataset.Name}; {report.Rows}. This build: {report.Reason}.");
            Grid.Write(page, $"Metrics of {report.Title}", ModelReport.Columns, report.Table, 1..5);
            page.Close();
        }
        page.Close();
    });
}
