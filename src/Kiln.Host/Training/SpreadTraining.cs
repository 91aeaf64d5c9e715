using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Training.Intervals;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>
/// Learns how far off a model's scores are, from the errors of models that did not see their rows, so that the interval of a row that is hard
/// to predict is wide and that of an easy one narrow (locally weighted conformal prediction: Lei et al., JASA 113, 2018, section 5.2).
/// Conformalized quantile regression (Romano et al., 2019) does that too, with boosters of the label's own quantiles. These know nothing of
/// the score, have to learn its shape again by a loss that says less of each row, and were never narrower: see docs/pipelines.md.
/// </summary>
static class SpreadTraining
{
    /// <summary>Of the mean absolute error. In between trees would divide by next to nothing.</summary>
    const double LeastShare = 0.1;

    /// <summary>Smaller trees than those of the score: a single error says little of how large others are, and of few rows larger trees remember it.</summary>
    const int Leaves = 4, LeafRows = 20;

    /// <returns>Null where no errors can judge what others taught, or there are none but zeros.</returns>
    public static Spread? Fit(MLContext ml, int seed, TreeFeatures features, SpreadRows rows, int threads)
    {
        var least = (float)(LeastShare * rows.All.Average(error => Math.Abs(error.Error)));
        if (rows.Passes.Count == 0 || !(least > 0))
            return null;
        var settings = BoostingSettings.For(rows.All.Length, trees: 1) with { Leaves = Leaves, LeafRows = LeafRows };
        var boosters = new List<(GrowingBooster Booster, Judges Judges)>();
        try
        {
            foreach (var (learned, judged) in rows.Passes)
                boosters.Add((((IBoosterTrainer)Trainer(settings)).Begin(Data(learned), Data(judged)), new JudgedRows(Sizes(judged), [.. judged.Select(error => error.Weight)], TaskKind.Regression)));
            var (rounds, said) = RoundSearch.Grow(boosters, settings.Rounds);
            var own = rows.Passes.SelectMany(pass => pass.Judged).Zip(said.SelectMany(spreads => spreads), (error, spread) => error with { Error = error.Error / Math.Max(spread, least) });
            return new(Trainer(settings with { Rounds = rounds }).Fit(Data(rows.All)), rounds, least, [.. own]);
        }
        finally
        {
            foreach (var (booster, _) in boosters)
                booster.Dispose();
        }

        IEstimator<ITransformer> Trainer(BoostingSettings settings) => DefaultPipeline.LightGbm(ml, TaskKind.Regression, features.AreWeighted, seed, threads, settings);

        IDataView Data(OutOfFoldError[] errors) => new RelabelledRows(features.Of([.. errors.Select(error => error.Row)]), Sizes(errors));
    }

    static float[] Sizes(OutOfFoldError[] errors) => [.. errors.Select(error => (float)Math.Abs(error.Error))];
}
