namespace Kiln.Contracts.Releases;

/// <summary>When, from what and by what a release was made. No content: the same model released again is the same release.</summary>
/// <param name="Date">The day in UTC, <c>2026-11-30</c>.</param>
/// <param name="Commit">What was checked out, as source control names it; null where there is none.</param>
/// <param name="By">Who released it; null where that was not said.</param>
/// <param name="Tool">What trained it: Kiln, ML.NET and the trainer with their versions.</param>
/// <param name="Partitions">The files of the data, relative to the lock, with their rows; empty where they are more than <see cref="MostPartitions"/>.</param>
/// <param name="TrainingRows">How many rows it was trained on.</param>
/// <param name="HeldOutRows">How many it was measured on.</param>
public sealed record ReleaseProvenance(
    string Date, string? Commit, string? By, string Tool, IReadOnlyList<KeyValuePair<string, long>> Partitions, long TrainingRows, long HeldOutRows)
{
    /// <summary>Two years of months. Every release lists them anew, and the lock of that commit has all.</summary>
    public const int MostPartitions = 24;
}
