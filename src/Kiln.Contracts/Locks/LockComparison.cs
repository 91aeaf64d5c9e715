using System.Globalization;
using Kiln.Contracts.Metrics;

namespace Kiln.Contracts.Locks;

/// <summary>Tells what differs between two locks of one model.</summary>
public static class LockComparison
{
    /// <summary>The facts that differ, in the lock's order; what changed since the last release, which follows from the others, is last.</summary>
    public static IReadOnlyList<Difference> Compare(ModelLock old, ModelLock now)
    {
        var (before, after) = (Facts(old).ToList(), Facts(now).ToList());
        return [.. before.Concat(after).Select(fact => fact.Key).Distinct()
            .Select(name => new Difference(name, Find(before, name), Find(after, name)))
            .Where(difference => difference.Old != difference.New)];
    }

    static string? Find(List<KeyValuePair<string, string>> facts, string name) =>
        facts.Where(fact => fact.Key == name).Select(fact => fact.Value).FirstOrDefault();

    static IEnumerable<KeyValuePair<string, string>> Facts(ModelLock model)
    {
        yield return new("model", model.Model);
        yield return new("version", model.Version);
        yield return new("definition", model.Definition);
        yield return new("contract", model.Contract);
        yield return new("tool", model.Tool);
        foreach (var reference in model.References)
            yield return new($"references.{reference.Assembly}", reference.Fingerprint);
        if (model.Tuning is not null)
            yield return new("tuning", model.Tuning);
        yield return new("dataset", model.Dataset);
        yield return new("data", model.DataHash);
        foreach (var partition in model.Partitions)
            yield return new(partition.Name, partition.ToString());
        yield return new("training", Text(model.TrainingRows));
        yield return new("heldOut", Text(model.HeldOutRows));
        yield return new("split.by", string.Join(", ", model.Split.By));
        yield return new("split.moved", string.Join(", ", model.Split.Moved));
        if (model.Boosting is { } boosting)
            yield return new("boosting", boosting.ToString());
        if (model.Threshold is { } threshold)
            yield return new("threshold", Text(threshold));
        foreach (var metric in model.Metrics)
            yield return new($"metrics.{metric.Key}", Text(metric.Value));
        foreach (var sliced in model.Slices)
        {
            var name = $"slices.{sliced.Metric}.{sliced.Column}.{Text(sliced.MinRows)}";
            yield return new(name, $"{Text(sliced.Values.Count)} of {Text(sliced.MinRows)} rows or more, {Text(sliced.Smaller)} of fewer");
            foreach (var value in sliced.Values)
                yield return new($"{name}.{value.Name}", $"{Text(value.Metric)} on {Text(value.Rows)} rows");
        }
        foreach (var measured in model.Expectations)
            yield return new($"expectations.{measured.Of}", $"broken on {Text(measured.Broken)} of {Text(measured.Rows)} rows, by {Text(measured.Worst)} at most");
        yield return new("artifact", model.Artifact);
        foreach (var release in model.Released)
            yield return new($"released.{release.Version}", release.Seal);
        foreach (var change in model.SinceRelease is { } changes ? Facts(changes) : [])
            yield return new($"sinceRelease.{change.Key}", change.Value);
    }

    static IEnumerable<KeyValuePair<string, string>> Facts(SinceRelease changes)
    {
        yield return new("version", changes.Version);
        if (changes.NotCompared is { } reason)
            yield return new("notCompared", reason);
        if (changes.On == ComparedRows.HeldOut)
            yield return new("on", "heldOut");
        yield return new("heldOut", Text(changes.HeldOutRows));
        yield return new("flipped", Text(changes.Flipped));
        foreach (var metric in changes.Metrics)
            yield return new($"metrics.{metric.Key}", $"{Text(metric.Value.Released)}, {Text(metric.Value.Now)}, {Text(metric.Value.Difference)}");
        foreach (var feature in changes.Importance)
            yield return new($"importance.{feature.Key}", feature.Value.ToString());
        if (changes.Rows is { } rows)
            yield return new("rows", rows.ToString());
        foreach (var column in changes.Columns)
            yield return new($"columns.{column.Key}", column.Value);
    }

    static string Text(MetricValue metric) => metric switch
    {
        { IsDefined: false } => "n/a",
        { HasInterval: false } => $"{Text(metric.Value)} (no interval)",
        _ => $"{Text(metric.Value)} ({Text(metric.Low)}–{Text(metric.High)})",
    };

    static string Text(long rows) => rows.ToString(CultureInfo.InvariantCulture);

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
