namespace Kiln.Host.Boosters;

/// <summary>Rows as LightGBM has them, in bins: some to learn from, and some to judge what was learned.</summary>
/// <param name="parameters">LightGBM's, as the trainer has them that loaded the rows.</param>
sealed class BoosterRows(IReadOnlyDictionary<string, object> parameters, IDisposable training, IDisposable judges) : IDisposable
{
    static readonly Type Native = Internals.Type(typeof(Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer).Assembly, "Microsoft.ML.Trainers.LightGbm.Booster");

    /// <summary>Begins one of several boosters, which grows as long as it is asked to.</summary>
    /// <param name="others">Parameters to be other than the trainer's; none of those that make bins of numbers.</param>
    public GrowingBooster Begin(IReadOnlyDictionary<string, object> others)
    {
        var all = new Dictionary<string, object>(parameters);
        foreach (var (name, value) in others)
            all[name] = value;
        return new(Booster(all), null);
    }

    /// <summary>Begins the only booster, which the rows are disposed with.</summary>
    public GrowingBooster BeginOnly() => new(Booster(new(parameters)), this);

    object Booster(Dictionary<string, object> all) => Activator.CreateInstance(Native, all, training, judges)!;

    public void Dispose()
    {
        judges.Dispose();
        training.Dispose();
    }
}
