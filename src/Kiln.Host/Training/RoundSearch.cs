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
    public const int FewRows = 10_000;

    /// <summary>Five were no better on the datasets of benchmarks/quality.</summary>
    const int Enough = 3;

    /// <param name="features">Makes features of training rows, which nothing was learnt for from their own labels.</param>
    /// <param name="most">Rounds.</param>
    /// <returns>LightGBM's default where the rows cannot be divided.</returns>
    public static FoundRounds Find(IBoosterTrainer trainer, Func<int[], IDataView> features, ModelRows rows, int[] training, int most)
    {
        var boosters = new List<(GrowingBooster Booster, Judges Judges)>();
        try
        {
            var passes = Folds.Passes(rows, training).TakeLast(rows.Examples.Shape.Split != SplitKind.Time && training.Length > FewRows ? 1 : Enough)
                .Select(pass => (pass.Learned, pass.Judged, Judges: Judges.Of(rows, pass.Judged))).Where(pass => pass.Judges.Weight > 0).ToList();
            foreach (var (learned, judged, judges) in passes)
                boosters.Add((trainer.Begin(features(learned), features(judged)), judges));
            if (boosters.Count == 0)
                return new(BoostingSettings.Plain.Rounds, []);
            var (rounds, predictions) = Grow(boosters, most);
            return new(rounds, [.. passes.Zip(predictions, (pass, predicted) => new JudgedPass(pass.Learned, pass.Judged, pass.Judges, predicted))]);
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
