using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>The errors by tenth of the predictions: where a model is off, and whether to one side.</summary>
static class BoxChart
{
    /// <summary>What the tenths of the predictions are called.</summary>
    public static IReadOnlyList<string> Tenths(Figure figure) => [.. figure.Rows.Select((_, index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public static Chart Residuals(Figure figure) => new("Errors by prediction",
        "Predicted less actual, by tenth of the predictions: the line goes from 5 to 95 % of the errors, the box from 25 to 75 %, the dot is the median. The dashed line is no error.")
    {
        Columns = figure.Columns, Rows = FigureTable.Rows(figure, null),
        Draw = svg =>
        {
            var plot = new Plot(svg, Plot.Between(0.5, figure.Rows.Count + 0.5), Plot.Around(figure.Rows.SelectMany(row => row.Values[4..9]).Append(0)), "tenth of the predictions, lowest first", "error", places: Tenths(figure));
            plot.Level("ref", 0);
            foreach (var (index, row) in figure.Rows.Index())
            {
                var (place, tip) = (index + 1, $"predicted {Spelling.Number(row.Values[0])} to {Spelling.Number(row.Values[1])}: median error {Spelling.Number(row.Values[6])}, 25 to 75 % {Spelling.Number(row.Values[5])} to {Spelling.Number(row.Values[7])}");
                plot.Upright("whisker s1", place, row.Values[4], row.Values[8]);
                plot.Area("box s1", tip, place - 0.28, place + 0.28, row.Values[5], row.Values[7]);
                plot.Dot("dot s1", tip, place, row.Values[6], 3.5);
            }
        },
    };
}
