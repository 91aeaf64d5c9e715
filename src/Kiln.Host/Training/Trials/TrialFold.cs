using Kiln.Host.Boosters;

namespace Kiln.Host.Training.Trials;

/// <summary>Rows of one fold, which judge what is learned from others.</summary>
/// <param name="blocks">The block of each row that judges.</param>
sealed class TrialFold(BoosterRows rows, Judges judges, int[] blocks) : IDisposable
{
    /// <summary>See <see cref="Judges.Weight"/>.</summary>
    public double Weight => judges.Weight;

    /// <summary>Those that have rows of this fold, and so of no other.</summary>
    public IReadOnlyList<int> Blocks { get; } = [.. blocks.Distinct().Order()];

    public GrowingBooster Begin(IReadOnlyDictionary<string, object> parameters) => rows.Begin(parameters);

    public Judges Judges => judges;

    public void AddLosses(double[] predictions, double[] losses) => judges.AddLosses(predictions, blocks, losses);

    public void Dispose() => rows.Dispose();
}
