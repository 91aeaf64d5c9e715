using Kiln.Contracts.Locks;

namespace Kiln.Host.Comparisons;

/// <summary>Features that a model relies on more, or less, than the released one.</summary>
static class RankChanges
{
    public static IReadOnlyList<KeyValuePair<string, RankChange>> Between(
        IReadOnlyList<KeyValuePair<string, double>> released, IReadOnlyList<KeyValuePair<string, double>> now)
    {
        if (released.Concat(now).Any(feature => double.IsNaN(feature.Value)))
            return []; // The metric was not defined on these rows, so nothing has a rank.
        return [.. now.Concat(released).Select(feature => feature.Key).Distinct()
            .Select(name => KeyValuePair.Create(name, new RankChange(Rank(released, name), Rank(now, name))))
            .Where(change => change.Value.Released != change.Value.Now)
            .OrderBy(change => change.Value.Now ?? int.MaxValue)];
    }

    /// <summary>Null for a feature that is not there or does nothing; equal importances share a rank.</summary>
    static int? Rank(IReadOnlyList<KeyValuePair<string, double>> importance, string name) =>
        importance.FirstOrDefault(feature => feature.Key == name).Value is var own and > 0
            ? 1 + importance.Count(feature => feature.Value > own)
            : null;
}
