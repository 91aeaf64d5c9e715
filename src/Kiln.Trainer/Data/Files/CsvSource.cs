using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Engine;
using Kiln.TrainerHost.Diagnostics;

namespace Kiln.TrainerHost.Data.Files;

/// <summary>One data file: what its columns are called, and their fields as text.</summary>
sealed class CsvSource(string path, bool compressed, Dialect dialect, IReadOnlyList<string> columns)
{
    public string Path { get; } = path;

    public Dialect Dialect { get; } = dialect;

    public IReadOnlyList<string> Columns { get; } = columns;

    /// <exception cref="BuildException">The file has no header that can be read.</exception>
    public static CsvSource Open(string path, Dialect dialect)
    {
        var compressed = DataFile.IsCompressed(path);
        if (compressed && !GzipFile.IsWhole(path))
            throw new BuildException(FileProblems.CutOff(path));
        return new(path, compressed, dialect, CsvHeader.Read(path, dialect));
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
        try
        {
            using var rows = engine.Query(CsvQuery.Select(Path, compressed, Dialect, Columns.Count, indices));
            while (rows.Read())
            {
                if (rows.HoldsNul(indices.Length))
                    throw new EngineException("a field holds a NUL character");
                take(rows);
            }
        }
        catch (EngineException e)
        {
            throw new BuildException(UnreadableRow.Explain(this, e));
        }
    }
}
