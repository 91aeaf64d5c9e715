using Kiln.Contracts.Models;

namespace Kiln.Analyzers.Gates;

/// <summary>What a metric gives to a model that has learned nothing, as far as the contract tells.</summary>
static class NoSkillValue
{
    /// <summary>Null where it is not known, or where it depends on more than the label.</summary>
    public static double? Estimate(string metric, ModelShape shape, LabelBalance? balance) =>
        metric == "MacroAccuracy" && balance is null ? 1.0 / shape.Classes.Count : NoSkill.Compute(metric, shape.Task, balance?.Shares, balance?.Shares);
}
