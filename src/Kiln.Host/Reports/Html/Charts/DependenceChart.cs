using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>What a model says on average where one input has the same value in all rows; below it how many rows have such a value.</summary>
static class DependenceChart
{
    /// <param name="what">What the model says, as an axis calls it.</param>
    /// <param name="unit">The input's unit; null for none.</param>
    public static Chart Of(Figure figure, string what, string? unit)
    {
        const string text = "The model's mean answer if all rows had this value, other columns as they are.";
        if (figure.Rows.All(row => row.Name.Length > 0))
            return NameChart.Categories(figure, figure.Subject, $"{text} The most frequent values.", what);
        int[] outputs = [.. Enumerable.Range(1, figure.Columns.Count - 2)];
        return new(figure.Subject, $"{text} Bars: how many rows are nearest to a value.")
        {
            Series = outputs.Length > 1 ? [.. outputs.Select(output => figure.Columns[output])] : [], Shape = SeriesShape.Lines,
            Columns = figure.Columns, Rows = FigureTable.Rows(figure, null),
            Draw = svg =>
            {
                var plot = new Plot(svg, Plot.Between(figure[0].Min(), figure[0].Max()), Plot.Around(outputs.SelectMany(output => figure[output])), unit is null ? figure.Subject : $"{figure.Subject} ({unit})", what, foot: 36);
                Rows(plot, figure);
                foreach (var output in outputs)
                {
                    plot.Curve($"line s{output}", figure.Rows.Select(row => (row.Values[0], row.Values[output])));
                    foreach (var row in figure.Rows.Where(row => double.IsFinite(row.Values[output])))
                        plot.Dot($"dot s{output}", $"{Spelling.Number(row.Values[0])}: {Spelling.Number(row.Values[output])}", row.Values[0], row.Values[output], 2.6);
                }
            },
        };
    }

    /// <summary>Below the plane, each up to half-way to the next value on each side.</summary>
    static void Rows(Plot plot, Figure figure)
    {
        var (rows, most) = (figure.Rows, Math.Max(figure[figure.Columns.Count - 1].Max(), 1));
        for (var i = 0; i < rows.Count; i++)
        {
            var value = rows[i].Values[0];
            var from = i > 0 ? (rows[i - 1].Values[0] + value) / 2 : value;
            var to = i < rows.Count - 1 ? (rows[i + 1].Values[0] + value) / 2 : value;
            if (rows[i].Values[^1] is > 0 and var count)
                plot.Foundation("count", $"{Spelling.Number(count)} rows near {Spelling.Number(value)}", from, to, count / most);
        }
    }
}
