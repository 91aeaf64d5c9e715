using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Findings;

/// <summary>
/// Whether a model learned its training rows by heart. That it is better on them proves nothing, trees always are; but its predictions for others are
/// then too far apart, and that is seen on the held-out rows alone: the line from predictions to what came true is flatter than 1.
/// </summary>
static class SpreadCheck
{
    /// <summary>What is flatter by less changes few decisions, and a linear model of few rows is as flat.</summary>
    const double Flat = 0.8;

    /// <summary>Null where the line may be 1, or is nearly.</summary>
    public static (string Id, string Message)? Check(ModelDefinition model, Measurement first, Evidence evidence, long heldOutRows)
    {
        if (evidence.Recalibration is not { Slope: var slope } || !(slope.High < 1 && slope.Value <= Flat))
            return null;
        return (Ids.PredictionsTooExtreme,
            $"predictions are too extreme on {Counted.Format(heldOutRows, "held-out row")}, as those of an overfitted model are: what came true differs only {Text(slope.Value)} times as much as they do "
            + $"(calibration slope, 95 % interval {Text(slope.Low)} to {Text(slope.High)}){Gap(first, evidence)}; add rows, {Ways(model)}or rely on the order of predictions only");
    }

    /// <summary>What the model is not yet.</summary>
    static string Ways(ModelDefinition model) => model.Pipeline is not null ? "use a simpler trainer, "
        : (model.Trainer == nameof(Trainer.Linear) ? "" : "use a simpler model (Trainer = Trainer.Linear), ") + (model.Trainer == nameof(Trainer.LightGbm) ? "search for settings (-t:KilnTune), " : "");

    /// <summary>Of two values of different rows the interval of the difference is made of both (Zou and Donner, 2008).</summary>
    static string Gap(Measurement first, Evidence evidence)
    {
        var (trained, held) = (evidence.Training, first.Value);
        if (!trained.HasInterval || !held.HasInterval)
            return "";
        var gap = trained.Value - held.Value;
        var (low, high) = (gap - Root(trained.Value - trained.Low, held.High - held.Value), gap + Root(trained.High - trained.Value, held.Value - held.Low));
        return $"; {first.Metric} is {Text(trained.Value)} on training rows, {Text(held.Value)} on these (difference {Text(gap)}, 95 % interval {Text(low)} to {Text(high)})";
    }

    static double Root(double a, double b) => Math.Sqrt(a * a + b * b);

    static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
