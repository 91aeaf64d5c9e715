using System.Diagnostics;
using Kiln.Contracts.Tunings;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Trials;

/// <summary>
/// Tries settings: grows trees on all folds but one until nothing more is gained on that one, for one fold after the other. Where those that
/// were asked say that the settings are worse than the best, no other is: most settings are (Birattari et al., A Racing Algorithm for
/// Configuring Metaheuristics, GECCO 2002).
/// </summary>
/// <param name="folds">At least one.</param>
/// <param name="isOver">Whether there is no time left.</param>
sealed class TrialRun(IReadOnlyList<TrialFold> folds, Func<bool> isOver)
{
    /// <summary>Standard errors by which the loss is higher. A race that is stricter drops better settings, one that is not asks all folds for nothing.</summary>
    const double ClearlyWorse = 0.5;

    /// <summary>
    /// How many times what the latter half of its rounds gained a trial may gain yet. A loss that falls like an exponential gains no more than
    /// once that after the first rounds; with twice, small trees that needed four times the rounds were dropped, and they were the best.
    /// </summary>
    const double StillToGain = 4;

    /// <summary>Rounds times learning rate before which a loss says nothing about where it will end.</summary>
    const double FewestGrowth = 2;

    const int RoundsBetweenLooks = 16;

    /// <param name="best">The best trial so far, which all folds judged.</param>
    /// <returns>Null where the time was over before it was through.</returns>
    public Trial? Of(TunedSettings settings, int mostRounds, Trial? best)
    {
        var watch = Stopwatch.StartNew();
        var losses = new double[Folds.Count * Folds.BlocksOfFold];
        var (asked, rounds, judged) = (0, 0, 0.0);
        while (asked < folds.Count && !(asked > 0 && best is not null && IsClearlyWorse(asked, losses, best.Losses!)))
        {
            var fold = folds[asked++];
            var target = best is null ? double.PositiveInfinity : fold.Blocks.Sum(block => best.Losses![block]);
            if (Grow(fold, settings, mostRounds, target, losses) is not { } enough)
                return null;
            (rounds, judged) = (rounds + enough, judged + fold.Weight);
        }
        return new(settings, (int)Math.Round((double)rounds / asked), asked, losses, judged, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Adds the losses at the best round.</summary>
    /// <param name="target">The loss of the best trial: where that is out of reach, growing stops.</param>
    /// <returns>That round; null where the time was over.</returns>
    int? Grow(TrialFold fold, TunedSettings settings, int mostRounds, double target, double[] losses)
    {
        using var booster = fold.Begin(LightGbmOptions.Parameters(BoostingSettings.From(settings)));
        var over = false;
        var (rounds, predictions) = RoundSearch.Grow([(booster, fold.Judges)], mostRounds,
            curve => curve.Count % RoundsBetweenLooks == 0 && ((over = isOver()) || IsOutOfReach(curve, settings.LearningRate, target)));
        if (over)
            return null;
        fold.AddLosses(predictions[0], losses);
        return rounds;
    }

    static bool IsOutOfReach(IReadOnlyList<double> curve, double learningRate, double target) =>
        curve.Count * learningRate > FewestGrowth && curve[^1] - StillToGain * (curve[curve.Count / 2 - 1] - curve[^1]) > target;

    /// <summary>Of the folds that were asked.</summary>
    bool IsClearlyWorse(int asked, double[] losses, double[] best)
    {
        double[] differences = [.. folds.Take(asked).SelectMany(fold => fold.Blocks).Select(block => losses[block] - best[block])];
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / Math.Max(differences.Length - 1, 1) / differences.Length);
        return mean > ClearlyWorse * error;
    }
}
