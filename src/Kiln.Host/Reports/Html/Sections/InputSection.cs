using Kiln.Contracts.Models;
using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Charts;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>What the model relies on, and what it makes of it.</summary>
static class InputSection
{
    public static Section? Of(ModelReport report, ModelFigures figures)
    {
        var shape = report.Plan.Shape;
        var importance = figures.Find(FigureKind.Importance);
        var dependence = figures.Figures.Where(figure => figure.Kind == FigureKind.PartialDependence).ToList();
        return importance is null && dependence.Count == 0 ? null : new("inputs", "What decides", page =>
        {
            if (dependence.Count > 0)
                page.Leaf("p", "Partial dependence, on up to 1,000 held-out rows, of the columns that matter most. It is about the model and not about causes; where two columns go together, "
                    + "it asks for rows that there are none of." + (shape.Features.Any(column => column.Classification is not null) ? " Columns with a classification are left out, because their values are not to be listed." : ""));
            Section.WriteCharts(page, [
                .. importance is null ? [] : (Chart[])[NameChart.Importance(importance, MetricFacts.List(shape)[0])],
                .. dependence.Select(figure => DependenceChart.Of(figure, What(shape), UnitOf(shape, figure.Subject))),
            ]);
        });
    }

    static string What(ModelShape shape) => shape.Task switch
    {
        TaskKind.BinaryClassification => "mean probability",
        TaskKind.MulticlassClassification => "mean probability of each class",
        TaskKind.Regression => $"mean {shape.Label.Name}",
        _ => "mean score",
    };

    static string? UnitOf(ModelShape shape, string input) => shape.Inputs.FirstOrDefault(one => one.Name == input) is { Part: null } found ? found.Column.Unit : null;
}
