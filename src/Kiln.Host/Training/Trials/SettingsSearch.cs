using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>
/// Looks for better settings: the default, then the portfolio, then a local search around the best. Two are tried at a time, side by side
/// where one alone would leave a core idle; what is tried depends on the losses alone, so that the same rows, seed and number of trials
/// find the same on every machine.
/// </summary>
/// <param name="start">The default settings.</param>
/// <param name="mostRounds">Of the default; of others their learning rate says it.</param>
/// <param name="atOnce">How many may be tried side by side.</param>
/// <param name="chosen">What an earlier search chose: a later one never loses it.</param>
/// <param name="tell">Takes each trial and the best so far.</param>
sealed class SettingsSearch(SearchSpace space, TunedSettings start, int mostRounds, int seed, int atOnce, TrialRun run, Journal journal, TunedSettings? chosen, Action<Trial, Trial> tell)
{
    /// <summary>Points whose settings were tried before, one after the other: then there are hardly any others.</summary>
    const int MostRepeated = 100;

    readonly List<Trial> _trials = [];
    readonly HashSet<TunedSettings> _tried = [];
    Trial? _best;

    /// <param name="goesOn">Whether there is budget for another trial, after so many.</param>
    /// <returns>The trials in their order, the default first.</returns>
    public IReadOnlyList<Trial> Run(Func<int, bool> goesOn)
    {
        if (!Try([start], _ => mostRounds) || _best!.Losses is null)
            return _trials;
        var first = chosen is null ? [] : new[] { chosen };
        foreach (var pair in first.Concat(Portfolio.Settings.Select(space.Within)).Distinct().Where(settings => settings != start).Chunk(2))
            if (!Try(pair, goesOn))
                return _trials;
        var local = new LocalSearch(space.Dimensions, space.PointOf(_best.Settings), new(seed));
        for (var repeated = 0; repeated < MostRepeated && goesOn(_trials.Count);)
        {
            var (points, before) = (local.Next(), _best);
            var pair = points.Select(space.At).Where(settings => !_tried.Contains(settings)).Distinct().ToList();
            repeated = pair.Count == 0 ? repeated + 1 : 0;
            if (!Try(pair, goesOn))
                break;
            local.Tell(_best == before ? null : points.First(point => space.At(point) == _best.Settings));
        }
        return _trials;
    }

    bool Try(IReadOnlyList<TunedSettings> some, Func<int, bool> goesOn)
    {
        List<TunedSettings> within = [.. some.Where((_, i) => goesOn(_trials.Count + i))];
        return Try(within, settings => BoostingSettings.From(settings).Rounds) && within.Count == some.Count;
    }

    /// <returns>False where the time was over before they were through.</returns>
    bool Try(IReadOnlyList<TunedSettings> some, Func<TunedSettings, int> rounds)
    {
        _tried.UnionWith(some);
        var trials = some.Select(journal.Recall).ToArray();
        foreach (var settings in some.Where((_, i) => trials[i] is null))
            journal.Begin(settings);
        var best = _best;
        Parallel.For(0, some.Count, new() { MaxDegreeOfParallelism = atOnce }, i => trials[i] = trials[i] ?? run.Of(some[i], rounds(some[i]), best));
        foreach (var trial in trials)
        {
            if (trial is null)
                return false;
            journal.Add(trial);
            _trials.Add(trial);
            if (_best is null || trial.Folds == _trials[0].Folds && trial.Loss < _best.Loss)
                _best = trial;
            tell(trial, _best);
        }
        return true;
    }
}
