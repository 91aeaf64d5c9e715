using Kiln.Contracts.Data;

namespace Kiln.Host.Data;

/// <summary>A dataset in memory, column by column, in the contract's order.</summary>
/// <param name="partitions">See <see cref="Partitions"/>.</param>
/// <param name="rowHashes">See <see cref="RowHashes"/>.</param>
/// <param name="keyColumns">See <see cref="KeyColumns"/>.</param>
/// <param name="keys">See <see cref="Keys"/>.</param>
sealed class Table(
    DataContract contract, IReadOnlyList<TableColumn> columns, IReadOnlyList<Partition> partitions, ulong[] rowHashes, IReadOnlyList<string> keyColumns, ulong[] keys)
{
    public DataContract Contract { get; } = contract;

    public IReadOnlyList<TableColumn> Columns { get; } = columns;

    /// <summary>The files that hold the rows, in the order in which they were read.</summary>
    public IReadOnlyList<Partition> Partitions { get; } = partitions;

    /// <summary>A hash of each row's values, which depends on nothing but them: not on the row's place, the file or the machine.</summary>
    public ulong[] RowHashes { get; } = rowHashes;

    /// <summary>The columns that tell rows apart.</summary>
    public IReadOnlyList<string> KeyColumns { get; } = keyColumns;

    /// <summary>What each row is placed and recognised by.</summary>
    public ulong[] Keys { get; } = keys;

    public int Rows => RowHashes.Length;

    /// <summary>The rows that count once the files are merged; the table itself where all do.</summary>
    public Table Merged { get; private set; } = null!;

    /// <summary>For each row of a merged table, the row it is in the table of all.</summary>
    public IReadOnlyList<int>? Origins { get; private init; }

    /// <param name="rows">Those that count; null where all do.</param>
    /// <param name="keys">Theirs.</param>
    public Table Merge(int[]? rows, Func<int[], ulong[]> keys)
    {
        Merged = rows is null ? this : new(Contract, [.. Columns.Select(column => column.Take(rows))], Partitions, [.. rows.Select(row => RowHashes[row])], KeyColumns, keys(rows)) { Origins = rows };
        return this;
    }

    /// <summary>The file of a row, and the row's number in it, from 0.</summary>
    public (string Path, int Row) Locate(int row)
    {
        var at = Origins is null ? row : Origins[row];
        var file = Partitions.Last(file => file.First <= at && file.Rows > 0);
        return (file.Path, at - file.First);
    }

    public TableColumn this[string name] => Columns.First(c => c.Column.Name == name);
}
