using System.Globalization;

namespace Kiln.Contracts.Tunings;

/// <summary>How boosted trees are grown, as a search found it; how many rounds are enough follows from the training rows, as ever.</summary>
/// <param name="Leaves">Most of a tree, from 2.</param>
/// <param name="LearningRate">What of each tree counts, from 0.001 to 1.</param>
/// <param name="LeafRows">Fewer rows make no leaf, from 1.</param>
/// <param name="RowShare">Of the rows that each tree sees, above 0 and at most 1.</param>
/// <param name="FeatureShare">Of the features that each tree sees, above 0 and at most 1.</param>
/// <param name="L2">What is added to a leaf's rows when they are averaged, from 0.</param>
/// <param name="RandomSplits">Whether of each feature one threshold by chance is looked at, not all (extremely randomized trees, Geurts et al. 2006).</param>
public sealed record TunedSettings(
    long Leaves, double LearningRate, long LeafRows, double RowShare, double FeatureShare, double L2, bool RandomSplits)
{
    /// <summary>Equal for settings that grow the same trees.</summary>
    public string Fingerprint => new Fingerprint().Add("tuned 1").Add(ToString()).ToString();

    public override string ToString() => string.Format(CultureInfo.InvariantCulture,
        "{0} leaves of {1} rows or more, learning rate {2}, {3} of the rows, {4} of the features, L2 {5}{6}", Leaves, LeafRows, LearningRate,
        RowShare, FeatureShare, L2, RandomSplits ? ", random splits" : "");
}
