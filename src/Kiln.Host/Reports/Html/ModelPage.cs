using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;
using Kiln.Host.Reports.Html.Sections;

namespace Kiln.Host.Reports.Html;

/// <summary>The report of one model, for people.</summary>
static class ModelPage
{
    /// <param name="figures">Null where they were not kept and there are no data to measure them on.</param>
    public static string Write(ModelReport report, ModelFigures? figures) => Page.Write(report.Title, page =>
    {
        HeadSection.Write(page, report);
        Section?[] sections =
        [
            MetricSection.Of(report),
            .. ExpectationSection.Of(report),
            figures is null ? NoFigures : QualitySection.Of(report, figures),
            figures is null ? null : InputSection.Of(report, figures),
            ChangeSection.Of(report.Changes),
            HistorySection.Of(report),
            DataSection.Of(report, figures),
        ];
        Section.WriteAll(page, [.. sections.OfType<Section>()]);
    });

    static Section NoFigures => new("quality", "How well it does", page =>
        page.Leaf("p", "There are no charts: this machine has not trained the model, and does not have the data to measure them on."));
}
