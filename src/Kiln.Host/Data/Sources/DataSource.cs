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
    /// <param name="take">Is never given more than <see cref="Rows"/>.</param>
    /// <exception cref="BuildException">The rows cannot be read; says where. Or they are not as many as there are.</exception>
    public void Read(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take)
    {
        var read = 0L;
        ReadRows(engine, columns, chunk =>
        {
            read += chunk.Rows;
            if (read <= Rows)
                take(chunk);
        });
        if (read != Rows)
            throw new BuildException(OtherRows(read));
    }

    /// <summary>See <see cref="Read"/>.</summary>
    protected abstract void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take);

    /// <summary>What is said where not as many rows were read as there are.</summary>
    protected virtual Diagnostic OtherRows(long read) => SourceProblems.RowsChanged(Path, Rows, read);

    /// <summary>Where a column is named.</summary>
    public abstract FieldPlace FindHeader(int column);

    /// <summary>The places of fields, given by their row (from 0) and their column.</summary>
    /// <param name="key">The column whose value tells a row apart; null for none.</param>
    public abstract IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key);
}
