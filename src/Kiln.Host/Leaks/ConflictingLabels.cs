using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Reports;

namespace Kiln.Host.Leaks;

/// <summary>Rows that are equal in all inputs and have different labels: whatever a model says of them, some of it is wrong.</summary>
static class ConflictingLabels
{
    /// <summary>Below this share the ceiling rounds to 1.</summary>
    const double SmallestShare = 0.01;

    /// <summary>
    /// Held-out rows that no model can be right about, from which on a measurement can show them: of a model that is right about all of n rows, the
    /// 95 % interval (Clopper and Pearson) ends at 0.025^(1/n), which allows for 3.7 wrong ones among them. What fewer cost is less than what
    /// the choice of the held-out rows does.
    /// </summary>
    static readonly double FewestWrong = -Math.Log(0.025);

    public static Finding? Check(ModelPlan plan, ModelRows rows, RowCodes codes)
    {
        if (!plan.Shape.PredictsClasses)
            return null;
        int[] all = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];
        var known = new HashSet<ulong>();
        var repeated = all.Select(row => codes.Inputs[row]).Where(code => !known.Add(code)).ToHashSet();
        var groups = all.Where(row => repeated.Contains(codes.Inputs[row])).GroupBy(row => codes.Inputs[row]);
        var label = rows.Examples.Label;
        var conflicts = groups.Where(equal => equal.Any(row => label[row] != label[equal.First()])).ToList();
        if (conflicts.Count == 0)
            return null;
        var count = conflicts.Sum(equal => equal.Count());
        var lost = conflicts.Sum(equal => equal.Count() - equal.CountBy(row => label[row]).Max(of => of.Value));
        var said = FormattableString.Invariant($"{count:N0} of {all.Length:N0} rows ({Numbers.Percent(count, all.Length)}) equal another one in all inputs ")
            + $"and have a different '{plan.Shape.Label.Name}': "
            + $"no model can be right about more than {Numbers.Percent(all.Length - lost, all.Length)} of the rows";
        var byChance = known.Count < all.Length / NearTwins.FewDistinct
            || NearTwins.AreUsual(codes, [.. conflicts.SelectMany(equal => equal)], all, withLabel: false);
        if (byChance)
            return count < SmallestShare * all.Length ? null : new(said);
        if ((double)lost * rows.HoldOut.HeldOut.Length / all.Length < FewestWrong)
            return new(said);
        var (first, other) = FirstPair(conflicts, label);
        var places = rows.Table.Find([(first, plan.Shape.Label.Name), (other, plan.Shape.Label.Name)]);
        return new(said, new Diagnostic(places[0].File, places[0].Line, places[0].Column, Ids.ConflictingLabels,
            $"{said}; the first is this one, which says '{Class(first)}' where {Path.GetFileName(places[1].File)}({places[1].Line}) says '{Class(other)}': "
            + "correct the wrong ones, or add the column that tells them apart", IsWarning: true));

        string Class(int row) => plan.Shape.Classes[(int)label[row]];
    }

    static (int First, int Other) FirstPair(IEnumerable<IEnumerable<int>> conflicts, float[] label)
    {
        var equal = conflicts.MinBy(rows => rows.Min())!;
        var first = equal.Min();
        return (first, equal.Where(row => label[row] != label[first]).Min());
    }
}
