using Kiln.Host.Evaluation;

namespace Kiln.Host.Comparisons;

/// <summary>What two models say of the same rows.</summary>
/// <param name="Released">The last release's, the champion.</param>
/// <param name="Now">This build's, its challenger.</param>
sealed record PairedPredictions(Predictions Released, Predictions Now);
