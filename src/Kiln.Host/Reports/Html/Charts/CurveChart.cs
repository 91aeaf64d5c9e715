using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>Curves over shares from 0 to 1: how a binary model tells two classes apart.</summary>
static class CurveChart
{
    public static Chart Roc(Figure curve, FigureRow? own) => Of(curve, "ROC curve",
        "True against false positive rate at every threshold; on the dashed line are answers by chance.", [(0, 0), (1, 1)],
        own is null ? null : (Share(own.Values[6], own.Values[8]), own.Values[2]));

    public static Chart PrecisionRecall(Figure curve, FigureRow? own) => Of(curve, "Precision and recall",
        "Precision against recall at every threshold; the dashed line is the share of positives, the precision of answers by chance.",
        own is not null && Share(own.Values[5] + own.Values[7], own.Values[6] + own.Values[8]) is var share ? [(0, share), (1, share)] : [],
        own is null ? null : (own.Values[2], own.Values[1]));

    public static Chart Lift(Figure curve) => Of(curve, "Gain and lift",
        "The share of all positives among the rows with the highest scores; on the dashed line rows are taken by chance. The table has the lift, how many times chance that is.",
        [(0, 0), (1, 1)], null);

    /// <param name="thresholds">What each threshold gives; its last row is the model's own.</param>
    public static Chart Thresholds(Figure thresholds)
    {
        var steps = thresholds.Rows.Where(row => row.Name.Length == 0).ToList();
        var own = thresholds.Rows[^1].Values[0];
        return new("Choosing a threshold", "What saying yes from a probability on gives" + (double.IsNaN(own) ? "." : $"; the upright line is the model's own threshold, {Spelling.Number(own)}."))
        {
            Series = thresholds.Columns.Skip(1).Take(3).ToList(), Shape = SeriesShape.Lines,
            Columns = thresholds.Columns, Rows = FigureTable.Rows(thresholds, null),
            Draw = svg =>
            {
                var plot = new Plot(svg, Plot.Share, Plot.Share, "threshold", "share");
                for (var series = 1; series <= 3; series++)
                    plot.Curve($"line s{series}", steps.Select(row => (row.Values[0], row.Values[series])));
                if (!double.IsNaN(own))
                    plot.Upright("own-line", own, 0, 1);
            },
        };
    }

    static Chart Of(Figure curve, string title, string text, (double, double)[] chance, (double X, double Y)? own) =>
        new(title, own is null ? text : $"{text} The circle is the model's own threshold.")
        {
            Columns = curve.Columns, Rows = FigureTable.Rows(curve, null),
            Draw = svg =>
            {
                var plot = new Plot(svg, Plot.Share, Plot.Share, curve.Columns[0], curve.Columns[1]);
                plot.Curve("ref", chance);
                plot.Curve("line s1", curve.Rows.Select(row => (row.Values[0], row.Values[1])));
                if (own is { X: >= 0, Y: >= 0 } place)
                    plot.Dot("mark", $"{curve.Columns[0]} {Spelling.Number(place.X)}, {curve.Columns[1]} {Spelling.Number(place.Y)}", place.X, place.Y, 5);
            },
        };

    static double Share(double part, double rest) => part / (part + rest);
}
