using Kiln.Host.Boosters;
using Kiln.Host.Examples;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>
/// Finds how many rounds of boosting are enough, on training rows that the boosters do not learn from; held-out rows have no part in it.
/// Few rows judge uncertainly, so of a small dataset every row judges once, by boosters that grow side by side without its fold.
/// </summary>
static class RoundSearch
{
    /// <summary>Of more rows one fold judges well enough, and five boosters would cost too much.</summary>
    const int MostToFold = 10_000;

    /// <param name="features">Makes features of examples, and learns nothing from labels.</param>
    /// <param name="most">Rounds.</param>
    public static int Find(IBoosterTrainer trainer, ITransformer features, ModelRows rows, int[] training, int most)
    {
        var folds = Folds.Divide(rows.Table, rows.Examples.Shape, training, round: 0);
        // The last one is the latest where time divides them.
        int[] judging = training.Length > MostToFold ? [Folds.Count - 1] : [.. Enumerable.Range(0, Folds.Count)];
        var boosters = new List<(GrowingBooster Booster, JudgedRows Judges)>();
        try
        {
            foreach (var fold in judging)
            {
                int[] left = [.. training.Where((_, i) => folds[i] == fold)];
                int[] others = [.. training.Where((_, i) => folds[i] != fold)];
                if (left.Length > 0 && others.Length > 0)
                    boosters.Add((trainer.Begin(View(others), View(left)), new([.. left.Select(row => rows.Examples.Label[row])], rows.Examples.Shape.Task)));
            }
            return boosters.Count == 0 ? most : Find([.. boosters], most);
        }
        finally
        {
            foreach (var (booster, _) in boosters)
                booster.Dispose();
        }

        IDataView View(int[] some) => features.Transform(new ExampleView(rows.Examples, some));
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
