using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Examples;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>
/// Finds how many rounds of boosting are enough, on training rows that the boosters do not learn from; held-out rows have no part in it.
/// One fold of few rows judges uncertainly, so of a small dataset several do, by boosters that grow side by side without theirs.
/// </summary>
static class RoundSearch
{
    /// <summary>Of more rows one fold judges well enough, and more boosters would cost too much.</summary>
    const int FewRows = 10_000;

    /// <summary>Five were no better on the datasets of benchmarks/quality.</summary>
    const int Enough = 3;

    /// <param name="features">Makes features of training rows, which nothing was learnt for from their own labels.</param>
    /// <param name="most">Rounds.</param>
    /// <returns>LightGBM's default where the rows cannot be divided.</returns>
    public static int Find(IBoosterTrainer trainer, Func<int[], IDataView> features, ModelRows rows, int[] training, int most)
    {
        var folds = Folds.Divide(rows.Table, rows.Examples.Shape, training, round: 0);
        // Where time divides them the last one is the latest, and no other may be judged by what comes after it.
        var judging = rows.Examples.Shape.Split == SplitKind.Time || training.Length > FewRows ? 1 : Enough;
        var boosters = new List<(BoosterRows Rows, GrowingBooster Booster, JudgedRows Judges)>();
        try
        {
            for (var fold = Folds.Count - judging; fold < Folds.Count; fold++)
            {
                int[] left = [.. training.Where((_, i) => folds[i] == fold)];
                int[] others = [.. training.Where((_, i) => folds[i] != fold)];
                if (left.Length == 0 || others.Length == 0)
                    continue;
                var loaded = trainer.Load(features(others), features(left));
                boosters.Add((loaded, loaded.Begin(), new([.. left.Select(row => rows.Examples.Label[row])], rows.Examples.Shape.Task)));
            }
            return boosters.Count == 0 ? BoostingSettings.Plain.Rounds : Find([.. boosters.Select(pair => (pair.Booster, pair.Judges))], most);
        }
        finally
        {
            foreach (var (loaded, booster, _) in boosters)
            {
                booster.Dispose();
                loaded.Dispose();
            }
        }
    }

    static int Find((GrowingBooster Booster, JudgedRows Judges)[] boosters, int most)
    {
        var stopping = new EarlyStopping();
        for (var round = 0; round < most; round++)
        {
            var isGrowing = false;
            foreach (var (booster, _) in boosters)
                isGrowing |= booster.Grow();
            if (!stopping.Add(boosters.Sum(pair => pair.Judges.Loss(pair.Booster.Predict()))) || !isGrowing)
                break;
        }
        return stopping.Best;
    }
}
