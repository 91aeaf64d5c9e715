using Kiln.Contracts;
using Kiln.Host.Data.Inference.Readings;

namespace Kiln.Host.Data.Inference.Doubts;

/// <summary>A column that may be doubtful.</summary>
/// <param name="Unique">Of texts of which no two are the same.</param>
/// <param name="Contract">The contract's file as messages name it.</param>
sealed record DoubtfulColumn(int Index, string Name, ColumnScan Scan, TextTraits? Unique, string Contract)
{
    public Doubt NearlyTyped(int row, string message) => new(Index, row, Ids.NearlyOfType, message);

    public Doubt TwoReadings(int row, string message) => new(Index, row, Ids.TwoReadings, message);
}
