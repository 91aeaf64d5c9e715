using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Sources;

/// <summary>One file, table or query of a dataset: what its columns are called, and their fields as text.</summary>
abstract class DataSource(string path, IReadOnlyList<string> columns, long rows)
{
    /// <summary>What messages name.</summary>
    public string Path { get; } = path;

    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>How many rows there are, known apart from reading them.</summary>
    public long Rows { get; } = rows;

    /// <summary>The columns' names as the source spells them.</summary>
    public virtual IReadOnlyList<string> Headers => Columns;

    /// <summary>Columns that are no part of <see cref="Columns"/>, because what they hold is no value.</summary>
    public virtual IReadOnlyList<LeftOutColumn> LeftOut => [];

    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == column)
                return i;
        return -1;
    }

    /// <summary>Hands over the fields of the named columns, chunk by chunk, in the source's order.</summary>
    /// <exception cref="BuildException">The rows cannot be read; says where.</exception>
    public abstract void Read(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take);

    /// <summary>Where a column is named.</summary>
    public abstract FieldPlace FindHeader(int column);

    /// <summary>The places of fields, given by their row (from 0) and their column.</summary>
    /// <param name="key">The column whose value tells a row apart; null for none.</param>
    public abstract IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key);
}
