using Kiln.Host.Evaluation;
using Kiln.Host.Training.Thresholds;

namespace Kiln.Host.Training.Isolation;

/// <summary>From which score on a row is an anomaly: as many training rows as are expected to be some reach it.</summary>
/// <param name="Value">Between two scores of training rows.</param>
/// <param name="Flagged">How many of them reach it.</param>
/// <param name="Rows">How many there are.</param>
sealed record AnomalyThreshold(double Value, int Flagged, int Rows)
{
    /// <param name="training">What the shipped predictor says of the training rows.</param>
    /// <param name="share">Of them, which is at least one row.</param>
    /// <returns>The nearest to that share where rows of equal score have to be flagged together; null where all have the same.</returns>
    public static AnomalyThreshold? Find(Predictions training, double share)
    {
        float[] scores = [.. training.Scores.Select(scores => scores[0]).OrderDescending()];
        var wanted = Math.Max(1, Math.Round(share * scores.Length));
        int[] gaps = [.. Enumerable.Range(1, scores.Length - 1).Where(i => scores[i] < scores[i - 1])];
        if (gaps.Length == 0)
            return null;
        var flagged = gaps.MinBy(gap => Math.Abs(gap - wanted));
        return new(ThresholdSearch.Between(scores[flagged], scores[flagged - 1]), flagged, scores.Length);
    }
}
