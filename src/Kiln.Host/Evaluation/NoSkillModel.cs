using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>A model that knows of the training rows only their labels, measured on the held-out rows.</summary>
static class NoSkillModel
{
    /// <summary>In the order of <see cref="MetricFacts.List(TaskKind, bool)"/>; NaN where a metric has no such value.</summary>
    /// <param name="interval">The share of values that is to lie within the predictions' intervals.</param>
    public static double[] Measure(Predictions heldOut, float[] trained, double? interval)
    {
        var task = heldOut.Task;
        var regression = task == TaskKind.Regression;
        var (before, now) = regression ? (null, null) : (Shares(heldOut, trained), Shares(heldOut, heldOut.Label));
        return [.. MetricFacts.List(task, heldOut.HasInterval).Select(metric => metric switch
        {
            // What each of the two errors is least for.
            "RootMeanSquaredError" => Math.Sqrt(Errors(heldOut, trained.Average(label => (double)label)).Average(error => error * error)),
            "MeanAbsoluteError" => Errors(heldOut, Median(trained)).Average(Math.Abs),
            "MeanIntervalWidth" => interval is { } share ? Width(trained, share) : double.NaN,
            _ => NoSkill.Compute(metric, task, before, now) ?? double.NaN,
        })];
    }

    /// <summary>How often each class occurs; of two the positive one first.</summary>
    static double[] Shares(Predictions heldOut, float[] labels)
    {
        if (heldOut.Task == TaskKind.BinaryClassification)
            return labels.Average(label => label > 0 ? 1.0 : 0) is var positive ? [positive, 1 - positive] : [];
        var shares = new double[heldOut.Scores[0].Length];
        foreach (var label in labels)
            shares[(int)label] += 1.0 / labels.Length;
        return shares;
    }

    static IEnumerable<double> Errors(Predictions heldOut, double answer) => heldOut.Label.Select(label => answer - label);

    /// <summary>Of the interval that holds the share of all labels, with as many below as above.</summary>
    static double Width(float[] labels, double share)
    {
        float[] sorted = [.. labels.Order()];
        var outside = (int)((1 - share) / 2 * sorted.Length);
        return (double)sorted[^(outside + 1)] - sorted[outside];
    }

    static double Median(float[] labels)
    {
        float[] sorted = [.. labels.Order()];
        return ((double)sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
