using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>How values are spread: the first two columns of the figure are the bins' ends, the next ones how many are in each.</summary>
static class HistogramChart
{
    /// <param name="negative">What the class of label 0 is called.</param>
    /// <param name="positive">What the other is called.</param>
    /// <param name="threshold">The model's own; NaN where it has none.</param>
    public static Chart Scores(Figure figure, string negative, string positive, double threshold) => Of(figure, "Scores by class",
        "How the probabilities of each class's rows are spread; the less the two overlap, the better." + Upright(threshold, "the model's own threshold"),
        "probability of the positive class", "share of the class's rows", [negative, positive], threshold, isShare: true);

    public static Chart Errors(Figure figure) => Of(figure, "Errors", "Predicted less actual; what lies further out is in the outermost bins. The upright line is at no error.",
        "error", "rows", [], 0);

    public static Chart QueryGains(Figure figure) => Of(figure, "Gain per query", "How many queries reach which NDCG at 10.", "NDCG at 10", "queries", [], double.NaN);

    public static Chart AnomalyScores(Figure figure) => Of(figure, "Scores", "How unusual the rows are." + Upright(figure.Rows[0].Values[4], "the threshold"), "score", "rows",
        figure[3].Sum() > 0 ? ["rows", "known anomalies"] : [], figure.Rows[0].Values[4]);

    static string Upright(double value, string what) => double.IsNaN(value) ? "" : $" The upright line is {what}, {Spelling.Number(value)}.";

    static Chart Of(Figure figure, string title, string text, string x, string y, IReadOnlyList<string> series, double upright, bool isShare = false)
    {
        var count = Math.Max(series.Count, 1);
        double[] all = [.. Enumerable.Range(2, count).Select(column => isShare ? Math.Max(figure[column].Sum(), double.Epsilon) : 1)];
        return new(title, text)
        {
            Series = series,
            Columns = series.Count == 2 ? [.. figure.Columns.Take(2), .. series] : [.. figure.Columns.Take(3)],
            Rows = FigureTable.Rows(figure, null).Select(row => (IReadOnlyList<string>)[.. row.Take(2 + count)]),
            Draw = svg =>
            {
                var heights = figure.Rows.SelectMany(row => Enumerable.Range(0, count).Select(s => row.Values[2 + s] / all[s]));
                var ends = figure[0].Concat(figure[1]).ToList();
                var plot = new Plot(svg, Plot.Between(ends.Min(), ends.Max()), Plot.FromZero(heights), x, y);
                foreach (var row in figure.Rows)
                    for (var s = 0; s < count; s++)
                    {
                        var (from, width) = (row.Values[0], (row.Values[1] - row.Values[0]) / count);
                        if (row.Values[2 + s] > 0)
                            plot.Area($"bar s{s + 1}", $"{(series.Count > s ? series[s] + ", " : "")}{Spelling.Number(row.Values[0])} to {Spelling.Number(row.Values[1])}: {Spelling.Number(row.Values[2 + s])} rows",
                                from + s * width, from + (s + 0.92) * width, 0, row.Values[2 + s] / all[s]);
                    }
                if (upright >= ends.Min() && upright <= ends.Max())
                    plot.Upright("own-line", upright, plot.Y.Min, plot.Y.Max);
            },
        };
    }
}
