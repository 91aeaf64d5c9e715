using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Examples;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>
/// Finds how many rounds of boosting are enough, on training rows that the boosters do not learn from; held-out rows have no part in it.
/// One fold of few rows judges uncertainly, so of a small dataset several do, by boosters that grow side by side without theirs. Where time
/// divides them, three do of any dataset, each by what came before it: one stretch of time is a single case, however many rows it has.
/// </summary>
static class RoundSearch
{
    /// <summary>Of more rows one fold judges well enough, and more boosters would cost too much.</summary>
    const int FewRows = 10_000;

    /// <summary>Five were no better on the datasets of benchmarks/quality.</summary>
    const int Enough = 3;

    /// <summary>Where nothing held, the order of rows still says what was learnt.</summary>
    const double LeastSlope = 0.01;

    /// <param name="features">Makes features of training rows, which nothing was learnt for from their own labels.</param>
    /// <param name="most">Rounds.</param>
    /// <returns>Rounds, LightGBM's default where the rows cannot be divided; and how much of what the trees say held on later rows.</returns>
    public static (int Rounds, double Slope) Find(IBoosterTrainer trainer, Func<int[], IDataView> features, ModelRows rows, int[] training, int most)
    {
        var boosters = new List<(GrowingBooster Booster, Judges Judges)>();
        try
        {
            foreach (var (learned, judged) in Folds.Passes(rows, training).TakeLast(rows.Examples.Shape.Split != SplitKind.Time && training.Length > FewRows ? 1 : Enough))
            {
                if (Judges.Of(rows, judged) is { Weight: > 0 } judges)
                    boosters.Add((trainer.Begin(features(learned), features(judged)), judges));
            }
            if (boosters.Count == 0)
                return (BoostingSettings.Plain.Rounds, 1);
            var (rounds, predictions) = Grow(boosters, most);
            var slope = boosters.Zip(predictions, (pair, predicted) => pair.Judges.Weight * pair.Judges.Slope(predicted)).Sum() / boosters.Sum(pair => pair.Judges.Weight);
            return (rounds, Math.Max(Math.Round(slope, 3), LeastSlope));
        }
        finally
        {
            foreach (var (booster, _) in boosters)
                booster.Dispose();
        }
    }

    /// <summary>Grows boosters side by side until a round gains nothing worth it.</summary>
    /// <param name="stops">Whether to stop before that, by the losses until now.</param>
    /// <returns>How many rounds are enough, and what each booster says after so many of the rows that judge it.</returns>
    public static (int Rounds, double[][] Predictions) Grow(
        IReadOnlyList<(GrowingBooster Booster, Judges Judges)> boosters, int most, Func<IReadOnlyList<double>, bool>? stops = null)
    {
        var losses = new List<double>();
        var stopping = new EarlyStopping();
        double[][] best = [];
        for (var round = 1; round <= most; round++)
        {
            var isGrowing = false;
            foreach (var (booster, _) in boosters)
                isGrowing |= booster.Grow();
            double[][] predictions = [.. boosters.Select(pair => pair.Booster.Predict())];
            losses.Add(boosters.Zip(predictions, (pair, predicted) => pair.Judges.Loss(predicted)).Sum());
            var goesOn = stopping.Add(losses[^1]);
            if (stopping.Best == round)
                best = predictions;
            if (!goesOn || !isGrowing || stops?.Invoke(losses) == true)
                break;
        }
        return (stopping.Best, best);
    }
}
