using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>One data file: what its columns are called, and their fields as text.</summary>
sealed class CsvSource(string path, Dialect dialect, IReadOnlyList<string> columns, long rows)
{
    public string Path { get; } = path;

    public Dialect Dialect { get; } = dialect;

    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>How many rows the file has, known apart from reading them.</summary>
    public long Rows { get; } = rows;

    /// <exception cref="BuildException">The file has no header that can be read, a row without an end, or is packed and not whole.</exception>
    public static CsvSource Open(string path, Dialect dialect)
    {
        var columns = CsvHeader.Read(path, dialect);
        using var text = DataFile.Open(path);
        return RowCounter.Count(text, dialect, columns.Count) is { } rows
            ? new(path, dialect, columns, rows)
            : throw new BuildException(LongRow.Find(path, dialect, columns.Count));
    }

    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == column)
                return i;
        return -1;
    }

    /// <summary>Hands over the fields of the named columns, chunk by chunk, in the file's order.</summary>
    /// <exception cref="BuildException">The file is no table in its dialect; says where.</exception>
    public void Read(DuckEngine engine, IEnumerable<string> columns, Action<RowStream> take)
    {
        int[] indices = [.. columns.Select(IndexOf)];
        var taken = 0L;
        try
        {
            using var rows = engine.Query(CsvQuery.Select(Path, DataFile.IsCompressed(Path), Dialect, Columns.Count, indices));
            while (rows.Read())
            {
                if (rows.HoldsNul(indices.Length))
                    throw new EngineException("a field holds a NUL character");
                take(rows);
                taken += rows.Rows;
            }
        }
        catch (EngineException e)
        {
            throw new BuildException(UnreadableRow.Explain(this, e));
        }
        if (taken != Rows)
            throw new BuildException(FileProblems.RowsLost(Path, Rows, taken));
    }
}
