namespace Kiln.Host.Data.Inference.Readings;

/// <summary>Rows that hold a column's own name: in every column at once they are a header again, in one a value like another.</summary>
sealed class RepeatedHeader
{
    const int MostKept = 10_000;

    readonly List<int> _rows = [];

    public void Add(int row)
    {
        if (_rows.Count < MostKept)
            _rows.Add(row);
    }

    /// <summary>The first row that is the header again; -1 for none.</summary>
    public static int FirstRow(IReadOnlyList<ColumnScan> columns)
    {
        // One column may well be called like one of its values.
        if (columns.Count < 2)
            return -1;
        var rows = columns.Select(column => column.RepeatedHeader._rows).OrderBy(rows => rows.Count).ToList();
        return rows.Skip(1).Aggregate(rows[0].AsEnumerable(), (left, right) => left.Intersect(right)).DefaultIfEmpty(-1).First();
    }
}
