using Kiln.Host.Boosters;

namespace Kiln.Host.Training.Trials;

/// <summary>Rows of one fold, which judge what is learned from others.</summary>
/// <param name="blocks">The block of each row that judges.</param>
sealed class TrialFold(BoosterRows rows, JudgedRows judges, int[] blocks) : IDisposable
{
    public int Rows => blocks.Length;

    /// <summary>Those that have rows of this fold, and so of no other.</summary>
    public IReadOnlyList<int> Blocks { get; } = [.. blocks.Distinct().Order()];

    public GrowingBooster Begin(IReadOnlyDictionary<string, object> parameters) => rows.Begin(parameters);

    public JudgedRows Judges => judges;

    public void AddLosses(double[] predictions, double[] losses) => judges.AddLosses(predictions, blocks, losses);

    public void Dispose() => rows.Dispose();
}
