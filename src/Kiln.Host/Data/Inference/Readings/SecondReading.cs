using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>Sums up the columns once their types are known; those with few texts were counted in the first reading.</summary>
static class SecondReading
{
    /// <summary>Values held at once; a wide and long dataset is summed up over several readings.</summary>
    const long MostValues = 50_000_000;

    public static ColumnSummary[] Summarize(DuckEngine engine, FirstReading reading, Dialect dialect)
    {
        var scans = reading.Scans;
        var types = scans.Select(scan => scan.Type).ToArray();
        var summaries = new ColumnSummary[scans.Length];
        var open = new List<int>();
        for (var i = 0; i < summaries.Length; i++)
            if (types[i] is ColumnType.Number or ColumnType.Integer or ColumnType.DateTime || scans[i].Counted is not { } counted)
                open.Add(i);
            else
                summaries[i] = ColumnSummary.Summarize(counted, types[i], scans[i]);

        var atOnce = (int)Math.Clamp(MostValues / scans[0].Rows, 1, scans.Length);
        foreach (var columns in open.Chunk(atOnce))
        {
            var values = columns.Select(i => ColumnSummary.Gather(types[i], scans[i], dialect.Decimal)).ToArray();
            DataSources.Read(engine, reading.Sources, [.. columns.Select(i => reading.Names[i])], (column, fields, rows) => values[column].Add(fields, rows));
            Parallel.For(0, columns.Length, k => summaries[columns[k]] = ColumnSummary.Summarize(values[k], scans[columns[k]]));
        }
        return summaries;
    }
}
