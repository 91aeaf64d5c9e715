using Kiln.Contracts.Metrics;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Findings;

/// <summary>Measures through the shipped predictor what findings rest on.</summary>
static class EvidenceMeasure
{
    /// <summary>Of more training rows the metric hardly differs.</summary>
    const int MostTrainingRows = 5_000;

    /// <summary>On fewer held-out rows shuffling shows nothing of a feature that does little.</summary>
    const int FewestShuffled = 100;

    /// <param name="baseline">What a release of the model would record.</param>
    public static Evidence Measure(ModelPlan plan, TrainedModel model, ModelRows rows, Baseline baseline)
    {
        var predictor = new ShippedPredictor(plan, model.Onnx);
        var heldOut = predictor.Predict(rows.Examples, rows.HoldOut.HeldOut) with { Threshold = model.Threshold };
        // What answers some rows with no number has no metrics either.
        if (NoMetrics.Unanswered(heldOut) > 0)
            return new([], null);
        var (linear, why) = LinearBaseline.Measure(plan, model, rows, heldOut);
        return new(linear, why)
        {
            Recalibration = Recalibration.Fit(heldOut),
            CalibrationError = Calibration.Measure(heldOut),
            Training = plan.Shape.LearnsFromLabel ? First(predictor.Predict(rows.Examples, Sampling.Take([.. rows.HoldOut.Training.Where(row => rows.Examples.WeightOf(row) > 0)], MostTrainingRows))) : new(double.NaN, double.NaN, double.NaN),
            Unused = heldOut.Label.Length < FewestShuffled ? [] : [.. baseline.Importance.Where(feature => feature.Value == 0).Select(feature => feature.Key)],
        };
    }

    static MetricValue First(Predictions predictions)
    {
        var metrics = Metrics.Create(predictions);
        return new Bootstrap(metrics.Draws, counts => metrics.Measure(counts)).Interval(0, metrics.Supports[0], Rounding.Significant);
    }
}
