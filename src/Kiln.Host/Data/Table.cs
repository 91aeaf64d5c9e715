using Kiln.Contracts.Data;
using Kiln.Host.Data.Files;

namespace Kiln.Host.Data;

/// <summary>A dataset in memory, column by column, in the contract's order.</summary>
/// <param name="rowHashes">See <see cref="RowHashes"/>.</param>
/// <param name="keyColumns">See <see cref="KeyColumns"/>.</param>
/// <param name="keys">See <see cref="Keys"/>.</param>
sealed class Table(DataContract contract, IReadOnlyList<TableColumn> columns, ulong[] rowHashes, IReadOnlyList<string> keyColumns, ulong[] keys)
{
    public DataContract Contract { get; } = contract;

    public IReadOnlyList<TableColumn> Columns { get; } = columns;

    /// <summary>A hash of each row's values, which depends on nothing but them: not on the row's place, the file or the machine.</summary>
    public ulong[] RowHashes { get; } = rowHashes;

    /// <summary>The columns that tell rows apart.</summary>
    public IReadOnlyList<string> KeyColumns { get; } = keyColumns;

    /// <summary>What each row is placed and recognised by.</summary>
    public ulong[] Keys { get; } = keys;

    /// <summary>Where the rows stand in their files; null for a table that was not read from any.</summary>
    public RowPlaces? Places { get; init; }

    public int Rows => RowHashes.Length;

    public TableColumn this[string name] => Columns.First(c => c.Column.Name == name);
}
