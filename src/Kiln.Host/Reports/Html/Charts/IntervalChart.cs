using Kiln.Contracts.Metrics;
using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>Values with their 95 % intervals.</summary>
static class IntervalChart
{
    public static Chart Calibration(Figure figure, bool ofPredictedClass) => new("Calibration",
        $"How often it was so, against the probability {(ofPredictedClass ? "of the predicted class" : "of the positive class")}, in bins of equally many rows with 95 % intervals; right probabilities are on the dashed line.")
    {
        Columns = figure.Columns, Rows = FigureTable.Rows(figure, null),
        Draw = svg =>
        {
            // The class that is predicted has no low probability.
            var plot = new Plot(svg, ofPredictedClass ? Plot.Around(figure[2].Append(1)) : Plot.Share, ofPredictedClass ? Plot.Around(figure[4].Append(1)) : Plot.Share, "mean probability", "share that came true");
            var from = Math.Max(plot.X.Min, plot.Y.Min);
            plot.Curve("ref", [(from, from), (1, 1)]);
            plot.Curve("line s1", figure.Rows.Select(row => (row.Values[2], row.Values[3])));
            foreach (var row in figure.Rows)
                Point(plot, $"{Spelling.Number(row.Values[2])} on average, {Spelling.Number(row.Values[3])} came true", row.Values[2], row.Values[3], row.Values[4], row.Values[5]);
        },
    };

    public static Chart Coverage(Figure figure) => new("Coverage of the intervals",
        $"The share of values within the interval, by tenth of the predictions, with 95 % intervals; wanted is {Spelling.Number(figure.Rows[0].Values[5])}, the dashed line.")
    {
        Columns = figure.Columns, Rows = FigureTable.Rows(figure, null),
        Draw = svg =>
        {
            var plot = new Plot(svg, Plot.Between(0.5, figure.Rows.Count + 0.5), Plot.Around(figure[3].Append(1).Append(figure.Rows[0].Values[5])), "tenth of the predictions, lowest first", "share within", places: BoxChart.Tenths(figure));
            plot.Level("ref", figure.Rows[0].Values[5]);
            foreach (var (index, row) in figure.Rows.Index())
                Point(plot, $"{Spelling.Number(row.Values[0])} to {Spelling.Number(row.Values[1])}: {Spelling.Number(row.Values[2])}", index + 1, row.Values[2], row.Values[3], row.Values[4]);
        },
    };

    /// <param name="metric">Its name.</param>
    /// <param name="versions">What each version had of it, the first release first.</param>
    public static Chart History(string metric, IReadOnlyList<(string Version, string Date, MetricValue Value)> versions) => new($"{metric} by release",
        "On the held-out rows of its day, with its 95 % interval; the last is this build's.")
    {
        Columns = ["version", "date", metric, "low", "high"], Numbers = 2..,
        Rows = versions.Select(version => (IReadOnlyList<string>)
            [version.Version, version.Date, Spelling.Number(version.Value.Value), Spelling.Number(version.Value.Low), Spelling.Number(version.Value.High)]),
        Draw = svg =>
        {
            var values = versions.SelectMany(version => new[] { version.Value.Value, version.Value.Low, version.Value.High });
            var plot = new Plot(svg, Plot.Between(0.5, versions.Count + 0.5), Plot.Around(values), "version", metric, places: [.. versions.Select(version => version.Version)]);
            plot.Curve("line s1", versions.Select((version, index) => (index + 1.0, version.Value.Value)));
            foreach (var (index, version) in versions.Index().Where(version => version.Item.Value.IsDefined))
                Point(plot, $"{version.Version}: {Numbers.Text(version.Value)}", index + 1, version.Value.Value, version.Value.Low, version.Value.High);
        },
    };

    static void Point(Plot plot, string tip, double x, double value, double low, double high)
    {
        if (!double.IsNaN(low) && !double.IsNaN(high))
            plot.Upright("whisker s1", x, low, high);
        plot.Dot("dot s1", tip, x, value);
    }
}
