namespace Kiln.Contracts.Models;

/// <summary>
/// What a metric of classes gives to a model that has learned nothing but how often each class occurs: one that scores all rows alike, gives
/// each class the probability it has, and names the most frequent one, or for precision and F1 the positive one (Flach, Kull,
/// Precision-Recall-Gain Curves, 2015: always saying yes is the F1 to beat).
/// </summary>
public static class NoSkill
{
    /// <summary>As metrics do: what was never seen is very unlikely, not impossible.</summary>
    const double Epsilon = 1e-15;

    /// <param name="metric">Its name.</param>
    /// <param name="task">The model's.</param>
    /// <param name="trained">The share of each class in the rows that are learned from; of two the positive class first. Null where not known.</param>
    /// <param name="measured">The same in the rows that are measured on.</param>
    /// <returns>Null where it is not known, where there is none (always saying yes has a recall of 1), or where it depends on more than classes.</returns>
    public static double? Compute(string metric, TaskKind task, IReadOnlyList<double>? trained, IReadOnlyList<double>? measured) => (metric, task) switch
    {
        ("RSquared", TaskKind.Regression) => 0,
        ("AreaUnderRocCurve", TaskKind.BinaryClassification or TaskKind.AnomalyDetection) => 0.5,
        ("NormalizedMutualInformation", TaskKind.Clustering) => 0,
        (_, TaskKind.Ranking or TaskKind.AnomalyDetection or TaskKind.Clustering) => null,
        _ when trained is null || measured is null => null,
        ("AreaUnderPrecisionRecallCurve" or "PositivePrecision", TaskKind.BinaryClassification) => measured[0],
        ("F1Score", TaskKind.BinaryClassification) => 2 * measured[0] / (1 + measured[0]),
        ("Accuracy", TaskKind.BinaryClassification) or ("MicroAccuracy", TaskKind.MulticlassClassification) => measured[MostFrequent(trained)],
        ("MacroAccuracy", TaskKind.MulticlassClassification) => 1.0 / measured.Count(static share => share > 0),
        // In bits, as ML.NET has it.
        ("LogLoss", TaskKind.BinaryClassification) => CrossEntropy(trained, measured) / Math.Log(2),
        ("LogLoss", TaskKind.MulticlassClassification) => CrossEntropy(trained, measured),
        _ => null,
    };

    static int MostFrequent(IReadOnlyList<double> shares)
    {
        var most = 0;
        for (var i = 1; i < shares.Count; i++)
            most = shares[i] > shares[most] ? i : most;
        return most;
    }

    static double CrossEntropy(IReadOnlyList<double> trained, IReadOnlyList<double> measured) =>
        -measured.Select((share, i) => share == 0 ? 0 : share * Math.Log(Math.Max(trained[i], Epsilon))).Sum();
}
