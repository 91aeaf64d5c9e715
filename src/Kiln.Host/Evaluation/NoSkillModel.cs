using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>A model that knows of the training rows only their labels, measured on the held-out rows.</summary>
static class NoSkillModel
{
    /// <summary>In the order of <see cref="MetricFacts.List(TaskKind, bool)"/>; NaN where a metric has no such value.</summary>
    /// <param name="interval">The share of values that is to lie within the predictions' intervals.</param>
    public static double[] Measure(Predictions heldOut, WeighedLabels trained, double? interval)
    {
        var task = heldOut.Task;
        // One cluster holds all rows, and tells nothing of any label.
        if (task == TaskKind.Clustering)
            return [ClusterMetrics.OneCluster(heldOut), double.NaN, .. heldOut.IsExtended ? [0.0] : (double[])[]];
        // Rows of equal score count as the mean of all orders, and so do those that chance puts in order.
        if (task is TaskKind.Ranking or TaskKind.AnomalyDetection)
        {
            var byChance = Metrics.Create(heldOut with { Scores = [.. heldOut.Scores.Select(_ => new float[1])] }).Measure();
            // What is flagged is what was asked for, with skill or without.
            return task == TaskKind.AnomalyDetection ? [.. byChance[..^1], double.NaN] : byChance;
        }
        var labels = new WeighedLabels(heldOut.Label, heldOut.Weights);
        var (before, now) = task == TaskKind.Regression ? (null, null) : (Shares(heldOut, trained), Shares(heldOut, labels));
        return [.. MetricFacts.List(task, heldOut.IsExtended).Select(metric => metric switch
        {
            // What each of the two errors is least for.
            "RootMeanSquaredError" => trained.Mean(label => label) is var mean ? Math.Sqrt(labels.Mean(label => (mean - label) * (mean - label))) : 0,
            "MeanAbsoluteError" => trained.Median() is var median ? labels.Mean(label => Math.Abs(median - label)) : 0,
            "MeanIntervalWidth" => interval is { } share ? trained.Width(share) : double.NaN,
            _ => NoSkill.Compute(metric, task, before, now) ?? double.NaN,
        })];
    }

    /// <summary>How often each class occurs; of two the positive one first.</summary>
    static double[] Shares(Predictions heldOut, WeighedLabels labels) => heldOut.Task == TaskKind.BinaryClassification
        ? labels.Mean(label => label > 0 ? 1 : 0) is var positive ? [positive, 1 - positive] : []
        : [.. Enumerable.Range(0, heldOut.Scores[0].Length).Select(c => labels.Mean(label => (int)label == c ? 1 : 0))];
}
