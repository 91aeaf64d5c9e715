using Kiln.Contracts;

namespace Kiln.Host.Tests.NewData;

/// <summary>What a year brings: after six good files of flights, a day each, the seventh is not like them.</summary>
public sealed class ArrivalTests : IDisposable
{
    static readonly string Flights = Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv");

    readonly Series _series = Series.Read(Flights, line => line[..10]);

    public void Dispose() => _series.Dispose();

    public static TheoryData<string, string, int> Bad => new()
    {
        { "unit", Ids.ColumnChanged, SpoiltFlights.Distance },
        { "constant", Ids.ColumnChanged, SpoiltFlights.Distance },
        { "offset", Ids.ColumnChanged, SpoiltFlights.Distance },
        { "spread", Ids.ColumnChanged, SpoiltFlights.Distance },
        { "outliers", Ids.ColumnChanged, SpoiltFlights.Distance },
        { "one origin", Ids.ColumnChanged, SpoiltFlights.Origin },
        { "all late", Ids.ColumnChanged, SpoiltFlights.Late },
        { "missing", Ids.MissingChanged, SpoiltFlights.Distance },
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
        var file = _series.Write("new.csv", SpoiltFlights.Spoil(what, _series.Rows(6), _series.Rows(5)));

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
}
