using Kiln.Contracts.Releases;

namespace Kiln.Host.Baselines;

/// <summary>All that a trained model is compared by.</summary>
/// <param name="Baseline">What a release of it records.</param>
/// <param name="HeldOut">
/// Held-out rows by ascending hash: more than a release records, so that all of a release's rows are found among more data.
/// </param>
sealed record MeasuredModel(Baseline Baseline, IReadOnlyList<HeldOutRow> HeldOut);
