namespace Kiln;

/// <summary>What a binary model decides for a row, and one of anomalies: one rule for the application and for what counts its decisions in training.</summary>
static class Decision
{
    /// <param name="scores">The raw score, then the probability of the positive class; of anomalies the score alone.</param>
    /// <param name="threshold">
    /// The least probability, or score of an anomaly, that is positive: a 32-bit number as probabilities are, so that one that reads 0.7 reaches a threshold of 0.7.
    /// Without one the score decides, as in ML.NET.
    /// </param>
    public static bool IsPositive(ReadOnlySpan<float> scores, float? threshold) =>
        threshold is { } least ? scores[^1] >= least : scores[0] > 0;
}
