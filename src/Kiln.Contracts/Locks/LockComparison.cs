using System.Globalization;

namespace Kiln.Contracts.Locks;

/// <summary>Tells what differs between two locks of one model.</summary>
public static class LockComparison
{
    /// <summary>The facts that differ, in the lock's order.</summary>
    public static IReadOnlyList<LockDifference> Compare(ModelLock old, ModelLock now)
    {
        var (before, after) = (Facts(old).ToList(), Facts(now).ToList());
        return [.. before.Concat(after).Select(fact => fact.Key).Distinct()
            .Select(name => new LockDifference(name, Find(before, name), Find(after, name)))
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
        yield return new("dataset", model.Dataset);
        foreach (var file in model.Files)
            yield return new(file.Path, file.Hash);
        yield return new("training", Text(model.TrainingRows));
        yield return new("heldOut", Text(model.HeldOutRows));
        foreach (var metric in model.Metrics)
            yield return new($"metrics.{metric.Key}", $"{Text(metric.Value.Value)} ({Text(metric.Value.Low)}–{Text(metric.Value.High)})");
        yield return new("artifact", model.Artifact);
        foreach (var release in model.Released)
            yield return new($"released.{release.Version}", release.Seal);
    }

    static string Text(long rows) => rows.ToString(CultureInfo.InvariantCulture);

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
