using Kiln.Contracts.Models;
using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Charts;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>The pictures that belong to the task.</summary>
static class QualitySection
{
    /// <summary>What marks the row of the model's own threshold.</summary>
    const string Own = "(this model)";

    public static Section? Of(ModelReport report, ModelFigures figures)
    {
        var charts = figures.Figures.Select(figure => ChartOf(report, figures, figure)).OfType<Chart>().ToList();
        return charts.Count == 0 ? null : new("quality", "How well it does", page =>
        {
            page.Leaf("p", (figures.Rows < report.Model.HeldOutRows
                    ? $"Drawn from a sample of {Numbers.Text(figures.Rows)} of the {Numbers.Text(report.Model.HeldOutRows)} held-out rows, so that figures here may differ a little from the metrics, which are of all."
                    : $"Drawn from the {Numbers.Text(figures.Rows)} held-out rows.")
                + (figures.AreWeighted && report.Plan.Shape.PredictsClasses ? " Rows count by their weight." : ""));
            Section.WriteCharts(page, charts);
            if (figures.Find(FigureKind.Thresholds) is { } thresholds)
                WriteThresholds(page, thresholds, report.Model.Threshold);
        });
    }

    static Chart? ChartOf(ModelReport report, ModelFigures figures, Figure figure) => figure.Kind switch
    {
        FigureKind.RocCurve => CurveChart.Roc(figure, OwnThreshold(figures)),
        FigureKind.PrecisionRecallCurve => CurveChart.PrecisionRecall(figure, OwnThreshold(figures)),
        FigureKind.Calibration => IntervalChart.Calibration(figure, report.Plan.Shape.Task == TaskKind.MulticlassClassification),
        FigureKind.ScoreDistribution => ClassNames.Of(report.Plan.Shape) is [var negative, var positive]
            ? HistogramChart.Scores(figure, negative, positive, report.Model.Threshold ?? double.NaN) : null,
        FigureKind.Lift => CurveChart.Lift(figure),
        FigureKind.Thresholds => CurveChart.Thresholds(figure),
        FigureKind.Confusion => PlaneChart.Confusion(figure),
        FigureKind.Classes => NameChart.Classes(figure),
        FigureKind.PredictedAgainstActual => PlaneChart.PredictedAgainstActual(figure),
        FigureKind.Residuals => BoxChart.Residuals(figure),
        FigureKind.Errors => HistogramChart.Errors(figure),
        FigureKind.Coverage => IntervalChart.Coverage(figure),
        FigureKind.QueryGains => HistogramChart.QueryGains(figure),
        FigureKind.AnomalyScores => HistogramChart.AnomalyScores(figure),
        FigureKind.ClusterSizes => NameChart.Clusters(figure),
        _ => null,
    };

    static string Threshold(FigureRow row) => row.Name.Length == 0 ? Spelling.Number(row.Values[0])
        : double.IsNaN(row.Values[0]) ? $"score 0 {Own}" : $"{Spelling.Number(row.Values[0])} {Own}";

    static FigureRow? OwnThreshold(ModelFigures figures) => figures.Find(FigureKind.Thresholds)?.Rows[^1];

    /// <summary>In the order of the thresholds, the model's own among them.</summary>
    static void WriteThresholds(Markup page, Figure figure, double? own)
    {
        page.Leaf("h3", "Thresholds").Leaf("p", own is null
            ? "What saying yes from a probability on gives. This model says yes where its score is above 0, which is the row that stands out."
            : "What saying yes from a probability on gives. The row that stands out is this model's own threshold.");
        Grid.Write(page, "Thresholds", figure.Columns,
            figure.Rows.OrderBy(row => double.IsNaN(row.Values[0]) ? double.MaxValue : row.Values[0]).ThenBy(row => row.Name.Length).Select(row => (IReadOnlyList<string>)[Threshold(row), .. row.Values.Skip(1).Select(Spelling.Number)]),
            marked: row => row[0].EndsWith(Own, StringComparison.Ordinal));
    }
}
