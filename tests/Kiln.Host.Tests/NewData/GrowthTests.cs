using Kiln.Contracts;

namespace Kiln.Host.Tests.NewData;

/// <summary>What a year brings to the one file of a dataset: after six good days of flights, the seventh is not like them.</summary>
public sealed class GrowthTests : IDisposable
{
    static readonly string Flights = Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv");

    readonly Series _series = Series.Read(Flights, line => line[..10]);

    public void Dispose() => _series.Dispose();

    /// <summary>A day that was cut off cannot be told from one that is not over; one of which two rows in three are gone can.</summary>
    public static TheoryData<string, string, int> Bad => new(ArrivalTests.Bad.Select(row => row.Data).Where(row => row.Item1 != "cut off").Append(("thinned", Ids.RowCountUnusual, 0)));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_rows_are_told_at_the_first_of_them(string what, string id, int column)
    {
        var before = Days(0, 6);

        var found = _series.Grow(before, [.. before, .. SpoiltFlights.Spoil(what, _series.Rows(6), _series.Rows(5))]);

        Assert.Contains(found, diagnostic => diagnostic.Id == id && Series.ColumnAt(diagnostic) == column && diagnostic.Line >= before.Length + 2);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == Ids.HistoryRewritten);
    }

    [Fact]
    public void The_message_names_the_rows_and_what_they_are_held_against()
    {
        var before = Days(0, 6);

        var found = Assert.Single(_series.Grow(before, [.. before, .. SpoiltFlights.Spoil("unit", _series.Rows(6), [])]));

        Assert.StartsWith("'distance' is distributed differently in the 817 rows after 2001-01-06T23:51:00 than in the 6 slices of 24 hours before them: ", found.Message);
        Assert.Equal((before.Length + 2, "2001-01-07T00:03:00,".Length + 1), (found.Line, found.Column));
    }

    /// <summary>Many files begin with the newest row, and some are in the order of something else.</summary>
    [Theory]
    [InlineData("newest first")]
    [InlineData("by origin")]
    public void The_order_of_the_rows_does_not_matter(string order)
    {
        IEnumerable<string> Order(IEnumerable<string> rows) => order == "by origin" ? rows.OrderBy(row => row.Split(',')[SpoiltFlights.Origin]) : rows.Reverse();
        var before = Days(0, 6);

        var good = _series.Grow(Order(before), Order(Days(0, 7)));
        var bad = _series.Grow(Order(before), Order([.. before, .. SpoiltFlights.Spoil("unit", _series.Rows(6), [])]));

        Assert.Empty(good);
        var found = Assert.Single(bad);
        var line = 2 + Order(Days(0, 7)).ToList().FindIndex(row => row.StartsWith("2001-01-07", StringComparison.Ordinal));
        Assert.Equal((Ids.ColumnChanged, line), (found.Id, found.Line));
    }

    /// <summary>Where moments are days, the last one in the file often goes on in the next.</summary>
    [Fact]
    public void The_rest_of_a_day_is_no_other_history()
    {
        using var days = Series.Read(Flights, line => line[..10], row => row[..10] + row[19..]);
        string[] all = [.. Enumerable.Range(0, 8).SelectMany(days.Rows)];
        var before = all.Take(all.Length - days.Rows(7).Length - days.Rows(6).Length / 2).ToList();

        Assert.Empty(days.Grow(before, all));
        Assert.Contains("in the 1,255 new rows than in", Assert.Single(days.Grow(before, [.. before, .. SpoiltFlights.Spoil("unit", all[before.Count..], [])])).Message);
    }

    /// <summary>They are told as dates after today, and must not make a slice of ninety years.</summary>
    [Fact]
    public void A_few_mistyped_years_change_nothing_about_the_other_rows()
    {
        var before = Days(0, 6);
        string[] strays = [.. _series.Rows(6).Take(5).Select(row => "2091" + row[4..])];
        string[] after = [.. before, .. _series.Rows(6), .. strays];

        Assert.Empty(_series.Grow(before, after));
        Assert.Equal([Ids.ColumnChanged], _series.Grow(before, [.. before, .. SpoiltFlights.Spoil("unit", _series.Rows(6), []), .. strays]).Select(diagnostic => diagnostic.Id));
        Assert.Empty(_series.Grow(after, [.. after, .. _series.Rows(7)]));
    }

    string[] Days(int from, int to) => [.. Enumerable.Range(from, to - from).SelectMany(_series.Rows)];
}
