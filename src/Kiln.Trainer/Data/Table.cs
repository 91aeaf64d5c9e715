using Kiln.Contracts.Data;

namespace Kiln.TrainerHost.Data;

/// <summary>A dataset in memory, column by column, in the contract's order.</summary>
sealed class Table(DataContract contract, IReadOnlyList<TableColumn> columns, ulong[] rowHashes)
{
    public DataContract Contract { get; } = contract;

    public IReadOnlyList<TableColumn> Columns { get; } = columns;

    /// <summary>A hash of each row's values, which depends on nothing but them: not on the row's place, the file or the machine.</summary>
    public ulong[] RowHashes { get; } = rowHashes;

    public int Rows => RowHashes.Length;

    public TableColumn this[string name] => Columns.First(c => c.Column.Name == name);
}
