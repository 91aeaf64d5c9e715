using Kiln.Contracts;

namespace Kiln.Host.Tests.NewData;

/// <summary>What a year brings: after six good files of flights, a day each, the seventh is not like them.</summary>
public sealed class ArrivalTests : IDisposable
{
    static readonly string Flights = Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv");

    /// <summary>The columns of the file: date, distance, origin, destination, late.</summary>
    const int Distance = 1, Origin = 2, Late = 4;

    readonly Series _series = Series.Read(Flights, line => line[..10]);

    public void Dispose() => _series.Dispose();

    public static TheoryData<string, string, int> Bad => new()
    {
        { "unit", Ids.ColumnChanged, Distance },
        { "constant", Ids.ColumnChanged, Distance },
        { "offset", Ids.ColumnChanged, Distance },
        { "spread", Ids.ColumnChanged, Distance },
        { "outliers", Ids.ColumnChanged, Distance },
        { "one origin", Ids.ColumnChanged, Origin },
        { "all late", Ids.ColumnChanged, Late },
        { "missing", Ids.MissingChanged, Distance },
        { "repeated", Ids.RowsRepeatedInFile, 0 },
        { "copy", Ids.RowsOfEarlierFile, 0 },
        { "overlap", Ids.RowsOfEarlierFile, 0 },
        { "cut off", Ids.RowCountUnusual, 0 },
        { "three times as many", Ids.RowCountUnusual, 0 },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_file_is_told_at_its_column(string what, string id, int column)
    {
        var file = _series.Write("new.csv", Spoil(what, _series.Rows(6), _series.Rows(5)));

        var found = _series.Arrive([.. _series.Files.Take(6), file]);

        Assert.Contains(found, diagnostic => diagnostic.Id == id && Series.ColumnAt(diagnostic) == column && diagnostic.File == file);
    }

    [Fact]
    public void Two_new_files_with_the_same_rows_are_told_at_the_second()
    {
        var (first, second) = (_series.Write("new 1.csv", _series.Rows(6)), _series.Write("new 2.csv", _series.Rows(6)));

        var found = Assert.Single(_series.ArriveTogether([.. _series.Files.Take(6)], first, second));

        Assert.Equal((Ids.RowsOfEarlierFile, second), (found.Id, found.File));
        Assert.Contains("most of them in 'new 1.csv'", found.Message);
    }

    [Fact]
    public void A_good_file_is_not()
    {
        for (var day = 6; day < 31; day++)
            Assert.Empty(_series.Arrive([.. _series.Files.Skip(day - 6).Take(7)]));
    }

    static IEnumerable<string> Spoil(string what, string[] rows, string[] before) => what switch
    {
        "unit" => rows.Change(Distance, value => Fields.Text(Math.Round(1.6 * Fields.Number(value)))),
        "constant" => rows.Change(Distance, _ => "0"),
        "offset" => rows.Change(Distance, value => Fields.Text(Fields.Number(value) + 200)),
        "spread" => rows.Change(Distance, value => Fields.Text(Math.Max(1, Math.Round(700 + 0.4 * (Fields.Number(value) - 700))))),
        "outliers" => rows.Change(Distance, (value, row) => row % 150 == 0 ? "99999" : value),
        "one origin" => rows.Change(Origin, (value, row) => row % 4 == 0 ? "ATL" : value),
        "all late" => rows.Change(Late, _ => "true"),
        "missing" => rows.Change(Distance, (value, row) => row % 20 == 0 ? "" : value),
        "repeated" => rows.Concat(rows.Take(3 * rows.Length / 10)),
        "copy" => before,
        "overlap" => rows.Concat(before.Take(before.Length / 10)),
        "cut off" => rows.Take(rows.Length / 40),
        "three times as many" => Enumerable.Range(0, 3).SelectMany(time => rows.Select(row => $"{row[..11]}0{time}{row[13..]}")),
        _ => throw new ArgumentException(what, nameof(what)),
    };
}
