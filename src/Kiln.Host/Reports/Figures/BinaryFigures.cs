using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>How a binary model tells the classes apart, and what each threshold would give.</summary>
static class BinaryFigures
{
    /// <summary>What the row of the model's own threshold is called.</summary>
    public const string OwnThreshold = "this model";

    const int ScoreBins = 20;

    public static IEnumerable<Figure> Measure(Predictions predictions)
    {
        var steps = new ScoreSteps(predictions);
        if (steps.HasBothClasses)
        {
            yield return steps.RocCurve();
            yield return steps.PrecisionRecallCurve();
        }
        if (CalibrationFigure.Measure(predictions) is { } calibration)
            yield return calibration;
        yield return Distribution(predictions);
        if (steps.HasBothClasses)
            yield return steps.Lift();
        yield return Thresholds(predictions);
    }

    static Figure Distribution(Predictions predictions)
    {
        var bins = new Bins(0, 1, ScoreBins);
        var (negative, positive) = (new double[ScoreBins], new double[ScoreBins]);
        for (var row = 0; row < predictions.Label.Length; row++)
            (predictions.Label[row] > 0 ? positive : negative)[bins.Of(predictions.Scores[row][1])] += predictions.WeightOf(row);
        return new(FigureKind.ScoreDistribution, "", ["from", "to", "negative", "positive"],
            [.. Enumerable.Range(0, ScoreBins).Select(bin => FigureRow.Of("", bins.Start(bin), bins.Start(bin + 1), negative[bin], positive[bin]))]);
    }

    static Figure Thresholds(Predictions predictions)
    {
        var steps = Enumerable.Range(1, 19).Select(step => Row("", step / 20.0, Count(predictions with { Threshold = step / 20.0 })));
        return new(FigureKind.Thresholds, "", ["threshold", "precision", "recall", "F1", "flagged", "true positives", "false positives", "false negatives", "true negatives"],
            [.. steps, Row(OwnThreshold, predictions.Threshold ?? double.NaN, Count(predictions))]);
    }

    static FigureRow Row(string name, double threshold, DecisionCounts counts)
    {
        var flagged = counts.TruePositives + counts.FalsePositives;
        return FigureRow.Of(name, threshold,
            flagged > 0 ? counts.PositivePrecision : double.NaN, counts.PositiveRecall, counts.F1Score, flagged / (counts.Positives + counts.Negatives),
            counts.TruePositives, counts.FalsePositives, counts.Positives - counts.TruePositives, counts.Negatives - counts.FalsePositives);
    }

    static DecisionCounts Count(Predictions predictions)
    {
        var (decisions, counts) = (predictions.Decisions, default(DecisionCounts));
        for (var row = 0; row < decisions.Length; row++)
            counts = counts.With(predictions.Label[row] > 0, decisions[row], predictions.WeightOf(row));
        return counts;
    }
}
