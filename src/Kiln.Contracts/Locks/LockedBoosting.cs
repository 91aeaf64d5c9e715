using System.Globalization;

namespace Kiln.Contracts.Locks;

/// <summary>How a default pipeline's trees were grown, as its training rows had it; the same rows give the same again.</summary>
/// <param name="Rounds">How many were found to be enough, on training rows kept apart for that.</param>
/// <param name="Leaves">Most of a tree.</param>
/// <param name="LearningRate">What of each tree counts, above 0 and at most 1.</param>
/// <param name="Slope">What all together counts, above 0 and at most 1: with a split by time, as much as held on later training rows.</param>
/// <param name="Linear">What of the score a linear model gives beside the trees, from 0 to below 1.</param>
public sealed record LockedBoosting(long Rounds, long Leaves, double LearningRate, double Slope = 1, double Linear = 0)
{
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} rounds of {1} leaves at {2}{3}{4}", Rounds, Leaves, LearningRate,
        Slope < 1 ? string.Format(CultureInfo.InvariantCulture, ", slope {0}", Slope) : "",
        Linear > 0 ? string.Format(CultureInfo.InvariantCulture, ", linear {0}", Linear) : "");
}
