using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>What the trials of a search decide.</summary>
/// <param name="Best">The trial with the least loss of those that all folds judged; the default where there is no other.</param>
/// <param name="Low">Least that it gains on the default.</param>
/// <param name="High">Most that it gains.</param>
/// <param name="Chance">How often chance would gain as much.</param>
sealed record SearchDecision(Trial Best, double Low, double High, double Chance)
{
    /// <summary>Null where nothing is sure to be better than the default.</summary>
    public TunedSettings? Chosen => Low > 0 ? Best.Settings : null;

    /// <param name="trials">The default first, which is through.</param>
    public static SearchDecision Of(IReadOnlyList<Trial> trials)
    {
        var first = trials[0];
        var others = trials.Skip(1).Where(trial => trial.Losses is not null).ToList();
        if (others.Where(trial => trial.Folds == first.Folds).MinBy(trial => trial.Loss) is not { } best)
            return new(first, 0, 0, 1);
        var (low, high, chance) = RealityCheck.Of(first.Losses!, [.. others.Select(trial => trial.Losses!)], others.IndexOf(best), first.Weight);
        return new(best, low, high, chance);
    }
}
