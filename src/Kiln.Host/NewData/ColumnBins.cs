using Kiln.Contracts.Data;
using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>Bins for a column's values, fixed by the rows that were known before.</summary>
abstract class ColumnBins
{
    public abstract int Count { get; }

    /// <summary>The bin of a row; -1 where it has no value.</summary>
    public abstract int Find(TableColumn column, int row);

    /// <summary>A bin as people call it.</summary>
    public abstract string Describe(int bin);

    /// <summary>Null where its values are not compared: dates move on, and text has no two alike.</summary>
    public static ColumnBins? Choose(TableColumn column, IReadOnlyList<RowRange> known) => column switch
    {
        NumberColumn { Column.Type: ColumnType.Boolean } truths => new NumberBins([0.5], truths.Column),
        NumberColumn numbers => NumberBins.Choose(numbers, known),
        TextColumn { Column.Type: ColumnType.Category } texts => CategoryBins.Choose(texts, known),
        _ => null,
    };

    /// <summary>Rows by bin in one part of them.</summary>
    public long[] CountRows(TableColumn column, RowRange part)
    {
        var counts = new long[Count];
        for (var row = part.First; row < part.End; row++)
            if (Find(column, row) is var bin and >= 0)
                counts[bin]++;
        return counts;
    }
}
