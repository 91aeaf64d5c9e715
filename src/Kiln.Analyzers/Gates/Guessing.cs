using Kiln.Contracts.Models;

namespace Kiln.Analyzers.Gates;

/// <summary>What a metric gives to a model that has learned nothing but how often each answer is right.</summary>
static class Guessing
{
    /// <summary>Null where it is not known, or where it depends on more than the label.</summary>
    public static double? Reaches(string metric, ModelShape shape, LabelBalance? balance) => (metric, shape.Task, balance) switch
    {
        ("RSquared", TaskKind.Regression, _) => 0,
        ("AreaUnderRocCurve", TaskKind.BinaryClassification, _) => 0.5,
        ("MacroAccuracy", TaskKind.MulticlassClassification, _) => 1.0 / shape.Classes.Count,
        (_, _, null) => null,
        ("AreaUnderPrecisionRecallCurve" or "PositivePrecision", TaskKind.BinaryClassification, _) => balance.Shares[0],
        // Always saying yes finds all of them.
        ("F1Score", TaskKind.BinaryClassification, _) => 2 * balance.Shares[0] / (1 + balance.Shares[0]),
        ("Accuracy", TaskKind.BinaryClassification, _) or ("MicroAccuracy", TaskKind.MulticlassClassification, _) => balance.Majority,
        // In bits, as ML.NET has it.
        ("LogLoss", TaskKind.BinaryClassification, _) => Entropy(balance) / Math.Log(2),
        ("LogLoss", TaskKind.MulticlassClassification, _) => Entropy(balance),
        _ => null,
    };

    static double Entropy(LabelBalance balance) => -balance.Shares.Where(static share => share > 0).Sum(static share => share * Math.Log(share));
}
