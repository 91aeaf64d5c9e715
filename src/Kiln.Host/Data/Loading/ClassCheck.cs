using System.Globalization;
using Kiln.Contracts;

namespace Kiln.Host.Data.Loading;

/// <summary>Holds the numbers of a column that is predicted as classes against its classes. Where it is a feature it may have others.</summary>
static class ClassCheck
{
    /// <summary>The first row whose number is no class, and how many there are; null where every one is.</summary>
    public static Fault? Find(NumberColumn column)
    {
        var classes = column.Column.Classes.Select(ClassNumbers.Parse).ToHashSet();
        Fault? fault = null;
        for (var row = 0; row < column.Values.Length; row++)
            if (column.Values[row] is var value && !double.IsNaN(value) && !classes.Contains(value))
                if (fault is null)
                    fault = new(Ids.ValueIsNoClass, row, value.ToString(CultureInfo.InvariantCulture), "is not among the \"classes\"");
                else
                    fault.Rows++;
        return fault;
    }
}
