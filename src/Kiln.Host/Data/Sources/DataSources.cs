using Kiln.Contracts;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Sources;

/// <summary>A dataset's sources, read one after the other as if they were one.</summary>
static class DataSources
{
    public delegate void TakeColumn(int column, TextVector fields, int rows);

    /// <exception cref="BuildException">A file has other columns than the first; their order is free.</exception>
    public static void ThrowIfDifferent(IReadOnlyList<DataSource> sources) =>
        EachFile.Read([.. sources.Skip(1)], source => source.Path, source =>
        {
            var lacking = sources[0].Columns.Except(source.Columns).ToList();
            var more = source.Columns.Except(sources[0].Columns).ToList();
            if (lacking.Count + more.Count > 0)
                throw new BuildException((source.Columns.Count > 0 ? source.FindHeader(0) : new(source.Path, 0, 0)).Say(Ids.DataUnreadable,
                    $"the files of one dataset need the same columns, and compared with '{Path.GetFileName(sources[0].Path)}' this one "
                    + string.Join(" and ", new[] { Say("lacks", lacking), Say("adds", more) }.Where(part => part.Length > 0))
                    + "; give the files one header, or make them separate datasets"));
        });

    /// <summary>How many rows there are in all.</summary>
    /// <exception cref="BuildException">More than can be numbered.</exception>
    public static int CountRows(IEnumerable<DataSource> sources)
    {
        var rows = 0L;
        foreach (var source in sources)
            if ((rows += source.Rows) > Array.MaxLength)
                throw new BuildException(SourceProblems.TooMany(source.Path, rows));
        return (int)rows;
    }

    /// <summary>Hands over the named columns chunk by chunk, in the order of rows; several columns at a time.</summary>
    public static void Read(DuckEngine engine, IReadOnlyList<DataSource> sources, IReadOnlyList<string> columns, TakeColumn take)
    {
        foreach (var source in sources)
            source.Read(engine, columns, chunk => SideBySide.Run(columns.Count, chunk.Rows, column => take(column, chunk[column], chunk.Rows)));
    }

    static string Say(string verb, List<string> columns) =>
        columns.Count == 0 ? "" : $"{verb} {string.Join(", ", columns.Take(5).Select(c => $"'{c}'"))}{(columns.Count > 5 ? ", …" : "")}";
}
