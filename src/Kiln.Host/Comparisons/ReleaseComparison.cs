using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Baselines;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Comparisons;

/// <summary>
/// Holds a model and its data against a release: on all rows that are held out now, where the release's own file predicts them, else on
/// those that its lock recorded.
/// </summary>
static class ReleaseComparison
{
    /// <param name="released">The release.</param>
    /// <param name="content">What the model stands for now.</param>
    /// <param name="now">What it is compared by.</param>
    /// <param name="heldOut">What both say of the rows that are held out now; null where the released model is not at hand.</param>
    public static SinceRelease Between(Release released, ReleaseContent content, MeasuredModel now, PairedPredictions? heldOut = null)
    {
        if (released.Baseline is not { } baseline)
            return NotCompared(released, released.BaselineHash is null
                ? "it was released before releases recorded their predictions"
                : "its baseline went when a later version was released");
        var rows = released.Content.Data == content.Data ? new(baseline.Rows, 0, 0, false) : RowSketch.Compare(baseline, now.Baseline);
        var columns = ColumnChanges.Between(baseline.Columns, now.Baseline.Columns);
        var importance = RankChanges.Between(baseline.Importance, now.Baseline.Importance);
        if (IsAnother(released.Content, content))
            return NotCompared(released, "the task, the label or its classes changed", rows, columns);
        var (before, after) = heldOut ?? OnSharedRows(released.Content, baseline, content, now);
        if (after.Label.Length == 0)
            return NotCompared(released, WhyNoRows(baseline, now.Baseline), rows, columns, importance);
        return new()
        {
            Version = released.Version,
            On = heldOut is null ? ComparedRows.Recorded : ComparedRows.HeldOut,
            HeldOutRows = after.Label.Length,
            Flipped = Flips.Count(before, after),
            Metrics = [.. PairedBootstrap.Compare(before, after).Where(metric => !IsSame(metric.Value.Difference))],
            Importance = importance,
            Rows = rows,
            Columns = columns,
        };
    }

    static SinceRelease NotCompared(
        Release released,
        string reason,
        RowChange? rows = null,
        IReadOnlyList<KeyValuePair<string, string>>? columns = null,
        IReadOnlyList<KeyValuePair<string, RankChange>>? importance = null) =>
        new() { Version = released.Version, NotCompared = reason, Rows = rows, Columns = columns ?? [], Importance = importance ?? [] };

    /// <summary>Two such have no prediction in common.</summary>
    public static bool IsAnother(ReleaseContent released, ReleaseContent now) =>
        released.Task != now.Task || released.Label != now.Label || !released.Classes.SequenceEqual(now.Classes);

    /// <summary>Rows are known by the columns the lock notes; where one of those is gone, none is known any longer.</summary>
    static string WhyNoRows(Baseline released, Baseline now) =>
        released.Columns.Select(column => column.Name).SequenceEqual(now.Columns.Select(column => column.Name))
            ? "no row that it held out is held out now"
            : "the columns have changed, so no row can be recognized";

    /// <summary>What both models say of the rows that both held out.</summary>
    static PairedPredictions OnSharedRows(
        ReleaseContent released, Baseline baseline, ReleaseContent content, MeasuredModel now)
    {
        var scores = new Dictionary<ulong, float[]>();
        foreach (var (hash, numbers) in PackedRows.Read(baseline.HeldOut, ScoreCount(released)))
            scores.TryAdd(hash, numbers);
        var shared = now.HeldOut.Where(row => scores.ContainsKey(row.Key)).ToList();
        float[] labels = [.. shared.Select(row => row.Label)];
        float[][] before = [.. shared.Select(row => scores[row.Key])];
        // One ONNX file says the same of the same row; another machine's arithmetic may differ in the last bit, and that is no change.
        float[][] after = released.Artifact == content.Artifact ? before : [.. shared.Select(row => row.Scores)];
        var current = new Predictions(content.Task, labels, after) { Threshold = content.Threshold, Weights = [.. shared.Select(row => row.Weight)], Queries = [.. shared.Select(row => (ulong)row.Query)] };
        return new(current with { Scores = before, Threshold = released.Threshold }, current);
    }

    /// <summary>How many scores a released model gives each row.</summary>
    public static int ScoreCount(ReleaseContent content) => content.Task switch
    {
        TaskKind.BinaryClassification => 2,
        TaskKind.MulticlassClassification or TaskKind.Clustering => content.Classes.Count,
        TaskKind.AnomalyDetection => 1,
        _ => content.Outputs.Count,
    };

    static bool IsSame(MetricValue difference) => difference is { Value: 0, Low: 0, High: 0 };
}
