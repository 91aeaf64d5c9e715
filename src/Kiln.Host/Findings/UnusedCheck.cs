using Kiln.Contracts;

namespace Kiln.Host.Findings;

/// <summary>Features that the model would be as good without, as far as the held-out rows show.</summary>
static class UnusedCheck
{
    const int MostNamed = 10;

    public static (string Id, string Message)? Check(string metric, Evidence evidence, int features)
    {
        var unused = evidence.Unused;
        if (unused.Count == 0 || unused.Count == features)
            return null;
        var named = string.Join(", ", unused.Take(MostNamed).Select(name => $"'{name}'")) + (unused.Count > MostNamed ? $" and {unused.Count - MostNamed} more" : "");
        return (Ids.FeatureUnused, $"{unused.Count} of {Counted.Format(features, "feature")} {(unused.Count == 1 ? "adds" : "add")} nothing that {metric} on held-out rows shows: {named}; "
            + "shuffled, each loses no more than chance does, so the model may be as good without them (two that say the same can hide each other: leave out one at a time)");
    }
}
