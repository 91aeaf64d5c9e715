using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>A model that knows of the training rows only their labels, measured on the held-out rows.</summary>
static class NoSkillModel
{
    /// <summary>In the order of <see cref="MetricFacts.List"/>; NaN where a metric has no such value.</summary>
    public static double[] Measure(Predictions heldOut, float[] trained)
    {
        var task = heldOut.Task;
        var regression = task == TaskKind.Regression;
        var (before, now) = regression ? (null, null) : (Shares(heldOut, trained), Shares(heldOut, heldOut.Label));
        return [.. MetricFacts.List(task).Select(metric => metric switch
        {
            // What each of the two errors is least for.
            "RootMeanSquaredError" => Math.Sqrt(Errors(heldOut, trained.Average(label => (double)label)).Average(error => error * error)),
            "MeanAbsoluteError" => Errors(heldOut, Median(trained)).Average(Math.Abs),
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

    static double Median(float[] labels)
    {
        float[] sorted = [.. labels.Order()];
        return ((double)sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
