using Kiln.Contracts;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Files;

/// <summary>A dataset's files, read one after the other as if they were one.</summary>
static class CsvSources
{
    public delegate void TakeColumn(int column, TextVector fields, int rows);

    /// <exception cref="BuildException">A file has other columns than the first; their order is free.</exception>
    public static void ThrowIfDifferent(IReadOnlyList<CsvSource> sources)
    {
        foreach (var source in sources.Skip(1))
        {
            if (OtherDelimiter.Find(source, sources[0].Columns.Count, $"'{Path.GetFileName(sources[0].Path)}'") is { } other)
                throw new BuildException(other);
            var lacking = sources[0].Columns.Except(source.Columns).ToList();
            var more = source.Columns.Except(sources[0].Columns).ToList();
            if (lacking.Count + more.Count > 0)
                throw new BuildException(source.Path, 1, 1, Ids.DataUnreadable,
                    $"the files of one dataset need the same columns, and compared with '{Path.GetFileName(sources[0].Path)}' this one "
                    + string.Join(" and ", new[] { Say("lacks", lacking), Say("adds", more) }.Where(part => part.Length > 0))
                    + "; give the files one header, or make them separate datasets");
        }
    }

    /// <summary>Hands over the named columns chunk by chunk, in the order of rows.</summary>
    public static void Read(DuckEngine engine, IReadOnlyList<CsvSource> sources, IReadOnlyList<string> columns, TakeColumn take)
    {
        foreach (var source in sources)
            source.Read(engine, columns, chunk =>
            {
                for (var column = 0; column < columns.Count; column++)
                    take(column, chunk[column], chunk.Rows);
            });
    }

    static string Say(string verb, List<string> columns) =>
        columns.Count == 0 ? "" : $"{verb} {string.Join(", ", columns.Take(5).Select(c => $"'{c}'"))}{(columns.Count > 5 ? ", …" : "")}";
}
