using System.Globalization;
using Kiln.Contracts;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

/// <summary>Holds the numbers of a column that is predicted as classes against its classes. Where it is a feature it may have others.</summary>
static class ClassCheck
{
    /// <summary>The rows whose number is no class; null where every one is.</summary>
    public static BrokenRule? Find(NumberColumn column, ViolationBudget budget)
    {
        var classes = column.Column.Classes.Select(ClassNumbers.Parse).ToHashSet();
        BrokenRule? broken = null;
        for (var row = 0; row < column.Values.Length; row++)
            if (column.Values[row] is var value && !double.IsNaN(value) && !classes.Contains(value))
                (broken ??= new(Ids.ValueIsNoClass, "classes", column.Column, "is not among the \"classes\"", budget))
                    .Add(row, value.ToString(CultureInfo.InvariantCulture));
        return broken;
    }
}
