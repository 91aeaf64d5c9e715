using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>Sums up the columns once their types are known, of which few have to be read again for it: the first reading kept numbers, and counted texts where they are few.</summary>
static class SecondReading
{
    /// <summary>Values held at once; a wide and long dataset is summed up over several readings.</summary>
    const long MostValues = 50_000_000;

    /// <summary>Whether there are so few values that the first reading may keep those it has read.</summary>
    public static bool IsSpared(int rows, int columns) => rows <= MostValues / columns;

    public static ColumnSummary[] Summarize(DuckEngine engine, FirstReading reading, Dialect dialect)
    {
        var scans = reading.Scans;
        var types = scans.Select(scan => scan.Type).ToArray();
        var summaries = new ColumnSummary[scans.Length];
        SideBySide.Run(scans.Length, scans[0].Rows, i => summaries[i] = Summarize(scans[i], types[i])!);
        var open = Enumerable.Range(0, summaries.Length).Where(i => summaries[i] is null).ToArray();

        var atOnce = (int)Math.Clamp(MostValues / scans[0].Rows, 1, scans.Length);
        foreach (var columns in open.Chunk(atOnce))
        {
            var values = columns.Select(i => ColumnSummary.Gather(types[i], scans[i], dialect.Decimal)).ToArray();
            DataSources.Read(engine, reading.Sources, [.. columns.Select(i => reading.Names[i])], (column, fields, rows) => values[column].Add(fields, rows));
            SideBySide.Run(columns.Length, scans[0].Rows, k => summaries[columns[k]] = ColumnSummary.Summarize(values[k], scans[columns[k]]));
        }
        return summaries;
    }

    /// <summary>Of what the first reading kept; null where that is not enough.</summary>
    static ColumnSummary? Summarize(ColumnScan scan, ColumnType type) =>
        scan.Kept is { } values ? ColumnSummary.Summarize(values, scan)
        : type is not (ColumnType.Number or ColumnType.Integer or ColumnType.DateTime) && scan.Counted is { } counted ? ColumnSummary.Summarize(counted, type, scan)
        : null;
}
