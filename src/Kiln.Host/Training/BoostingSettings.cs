using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training;

/// <summary>How boosted trees are grown.</summary>
/// <param name="Rounds">Trees, of several classes so many for each.</param>
/// <param name="LearningRate">What of each tree counts.</param>
/// <param name="LeafRows">Fewer rows make no leaf.</param>
/// <param name="RowShare">Of the rows that each tree sees.</param>
/// <param name="FeatureShare">Of the features that each tree sees.</param>
/// <param name="L2">What is added to a leaf's rows when they are averaged.</param>
/// <param name="RandomSplits">Whether of each feature one threshold by chance is looked at, not all.</param>
/// <param name="Slope">How much of what the model says counts, above 0; below 1 where less of it holds for later rows.</param>
/// <param name="Linear">How much of the score a linear model gives, from 0; the trees give the rest.</param>
readonly record struct BoostingSettings(
    int Rounds, int Leaves, double LearningRate, int LeafRows, double RowShare, double FeatureShare, double L2, bool RandomSplits = false, double Slope = 1, double Linear = 0)
{
    const int ManyRows = 40_000;

    /// <summary>Most rounds times learning rate: those of the default settings.</summary>
    const double MostGrowth = 50;

    /// <summary>
    /// Small steps of small trees, each of a part of the rows and features, stopped in time: better than LightGBM's defaults on nearly all of
    /// the datasets of benchmarks/quality. With many rows larger steps of larger trees, which cost a fifth and lose little.
    /// </summary>
    /// <param name="rows">To learn from.</param>
    /// <param name="trees">Of each round: one for each of several classes.</param>
    /// <returns>Rounds are the most.</returns>
    public static BoostingSettings For(int rows, int trees) =>
        (long)rows * trees <= ManyRows ? new(1000, 15, 0.05, 5, 0.8, 0.7, 1) : new(200, 31, 0.1, 5, 0.8, 0.7, 1);

    /// <summary>As a search found them.</summary>
    /// <returns>Rounds are the most.</returns>
    public static BoostingSettings From(TunedSettings tuned) => new((int)Math.Ceiling(MostGrowth / tuned.LearningRate), (int)tuned.Leaves,
        tuned.LearningRate, (int)tuned.LeafRows, tuned.RowShare, tuned.FeatureShare, tuned.L2, tuned.RandomSplits);

    /// <summary>As a search's decision says them.</summary>
    public TunedSettings ToTuned() => new(Leaves, LearningRate, LeafRows, RowShare, FeatureShare, L2, RandomSplits);

    /// <summary>LightGBM's own defaults.</summary>
    public static BoostingSettings Plain { get; } = new(100, 31, 0.1, 20, 1, 1, 0);
}
