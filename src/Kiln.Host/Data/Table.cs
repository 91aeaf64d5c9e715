using Kiln.Contracts.Data;
using Kiln.Host.Data.Sources;

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

    /// <summary>The column that orders the rows in time; null where there is none.</summary>
    public DateTimeColumn? Time => Columns.OfType<DateTimeColumn>().FirstOrDefault(column => column.Column.Role == ColumnRole.Time);

    /// <summary>The rows that count once the files are merged; the table itself where all do.</summary>
    public Table Merged { get; private set; } = null!;

    /// <summary>For each row of a merged table, the row it is in the table of all.</summary>
    public IReadOnlyList<int>? Origins { get; private init; }

    /// <param name="rows">Those that count; null where all do.</param>
    /// <param name="keys">Theirs.</param>
    public void Merge(int[]? rows, Func<int[], ulong[]> keys) =>
        Merged = rows is null ? this : new(Contract, [.. Columns.Select(column => column.Take(rows))], Partitions, [.. rows.Select(row => RowHashes[row])], KeyColumns, keys(rows)) { Origins = rows };

    /// <summary>The same rows without some columns.</summary>
    public Table Without(IReadOnlySet<string> columns)
    {
        var rest = new Table(Contract, [.. Columns.Where(column => !columns.Contains(column.Column.Name))], Partitions, RowHashes, KeyColumns, Keys) { Origins = Origins };
        rest.Merged = Merged is null || Merged == this ? rest : Merged.Without(columns);
        return rest;
    }

    /// <summary>Where fields stand, given by their row and the name of their column.</summary>
    public IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, string Column)> fields) =>
        new RowPlaces([.. Partitions.Select(file => file.Source)], [.. Partitions.Select(file => file.First)])
            .Find([.. fields.Select(field => (Origins is null ? field.Row : Origins[field.Row], field.Column))]);

    public TableColumn this[string name] => Columns.First(c => c.Column.Name == name);
}
