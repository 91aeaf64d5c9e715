using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>Every row read once, to see what each column can be.</summary>
/// <param name="Scans">In the order of the first file's columns.</param>
/// <param name="FirstRows">For each file, how many rows stand in those before it.</param>
sealed record FirstReading(IReadOnlyList<DataSource> Sources, ColumnScan[] Scans, IReadOnlyList<int> FirstRows)
{
    public IReadOnlyList<string> Names => Sources[0].Columns;

    public int Rows => Scans[0].Rows;

    public RowPlaces Places => new(Sources, FirstRows);

    /// <param name="delimiter">What separates fields, where something does.</param>
    public static FirstReading Read(DuckEngine engine, IReadOnlyList<DataSource> sources, string delimiter)
    {
        var names = sources[0].Columns;
        var rows = DataSources.CountRows(sources);
        var kept = SecondReading.IsSpared(rows, names.Count) ? rows : 0;
        var scans = sources[0].Headers.Select(text => new ColumnScan(text, delimiter, kept)).ToArray();
        var firstRows = new List<int>();
        EachFile.Read(sources, source => source.Path, source =>
        {
            firstRows.Add(scans[0].Rows);
            DataSources.Read(engine, [source], names, (column, fields, rows) => scans[column].Add(fields, rows));
        });
        return new(sources, scans, firstRows);
    }

    /// <summary>What holds in the whole file is how a fraction is written; a format of dates that is clear in one column settles others.</summary>
    public Dialect Settle(Dialect dialect)
    {
        var comma = Scans.Any(scan => scan.NeedsComma) && !Scans.Any(scan => scan.NeedsPoint);
        var formats = Scans.Select(scan => scan.Dates.Formats).Where(formats => formats != 0).ToList();
        foreach (var scan in Scans)
        {
            scan.DecimalComma = comma;
            scan.DateFormat = scan.Type != ColumnType.DateTime ? null
                : scan.IsDays ? Values.DateFormat.DaysPattern
                : DateCandidates.Choose(scan.Dates.Formats, formats);
        }
        return new() { Delimiter = dialect.Delimiter, Quote = dialect.Quote, Escape = dialect.Escape, Decimal = comma ? "," : "." };
    }
}
