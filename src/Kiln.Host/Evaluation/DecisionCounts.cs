namespace Kiln.Host.Evaluation;

/// <summary>How often a binary model's decisions are right, and the metrics that follow from that alone.</summary>
/// <param name="Positives">Rows of the positive class.</param>
/// <param name="Negatives">Rows of the other.</param>
/// <param name="TruePositives">Of the positive rows those that are predicted so.</param>
/// <param name="FalsePositives">Of the others those that are predicted positive.</param>
readonly record struct DecisionCounts(double Positives, double Negatives, double TruePositives, double FalsePositives)
{
    /// <summary>With one row more, which counts so much.</summary>
    public DecisionCounts With(bool isPositive, bool isPredicted, double weight) => new(
        Positives + (isPositive ? weight : 0), Negatives + (isPositive ? 0 : weight),
        TruePositives + (isPositive && isPredicted ? weight : 0), FalsePositives + (!isPositive && isPredicted ? weight : 0));

    public double Accuracy => (TruePositives + Negatives - FalsePositives) / (Positives + Negatives);

    // Without a positive row these would be 0 whatever the model says. A model that never says yes where it should has a precision of 0.
    public double F1Score => Positives == 0 ? double.NaN : 2 * TruePositives / (Positives + TruePositives + FalsePositives);

    public double PositivePrecision => Positives == 0 ? double.NaN : TruePositives == 0 ? 0 : TruePositives / (TruePositives + FalsePositives);

    public double PositiveRecall => TruePositives / Positives;
}
