using Kiln.Contracts.Data;
using Kiln.Contracts.Models;

namespace Kiln.Analyzers.Gates;

/// <summary>How often each class of a label was observed, as shares of the rows that have one.</summary>
/// <param name="Shares">In the order of the classes; of two the positive one first.</param>
sealed record LabelBalance(IReadOnlyList<double> Shares)
{
    /// <summary>The share of the most frequent class: the accuracy of always naming it.</summary>
    public double Majority => Shares.Max();

    /// <summary>Null where the contract does not tell: it was written by hand, or the label has more classes than a profile lists.</summary>
    public static LabelBalance? Measure(ModelShape shape, DataContract contract)
    {
        var classes = shape.Task == TaskKind.BinaryClassification ? shape.Classes.Reverse() : shape.Classes;
        if (!shape.PredictsClasses || !contract.Profile.TryGetValue(shape.Label.Name, out var profile) || profile.Top.Count < profile.Distinct)
            return null;
        var rows = classes.Select(name => profile.Top.Where(top => top.Key == name).Sum(top => top.Value)).ToList();
        return rows.Sum() is > 0 and var all ? new([.. rows.Select(count => (double)count / all)]) : null;
    }
}
