using Kiln.Contracts;

namespace Kiln.Host.Tests.NewData;

/// <summary>A file that is longer, and whose old rows are not those that were there.</summary>
public sealed class OtherHistoryTests : IDisposable
{
    readonly Series _series;

    public OtherHistoryTests()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv"));
        _series = new(lines[0], lines.Skip(1).GroupBy(line => line[..10]).Take(8).Select(day => day.ToList()));
    }

    public void Dispose() => _series.Dispose();

    [Fact]
    public void A_value_that_was_changed_is_told_with_the_rows_until_then()
    {
        var before = Days(0, 6);
        string[] now = [.. Days(0, 7)];
        now[100] = now[100].Replace(",false", ",true");

        var found = Assert.Single(_series.Grow(before, now));

        Assert.Equal((Ids.HistoryRewritten, 1), (found.Id, found.Line));
        Assert.StartsWith("the rows until 2001-01-06T23:51:00 are not those the model was trained on: they were 4,858 rows, and are 4,858 rows with other values; "
            + "if the file is written anew each time, say so with Merge=\"Replace\".", found.Message);
    }

    [Fact]
    public void The_first_rows_of_a_file_that_always_holds_six_days_are_told_as_gone_unless_it_replaces_the_one_before()
    {
        Assert.Contains("they were 4,858 rows, and are 4,1", Assert.Single(_series.Grow(Days(0, 6), Days(1, 7))).Message);
        Assert.Empty(_series.Grow(Days(0, 6), Days(1, 7), isWrittenAnew: true));
    }

    [Fact]
    public void What_came_is_held_against_what_is_there_all_the_same()
    {
        var found = _series.Grow(Days(0, 6), [.. Days(1, 6), .. SpoiltFlights.Spoil("all late", _series.Rows(6), [])]);

        Assert.Contains(found, diagnostic => diagnostic.Id == Ids.HistoryRewritten);
        Assert.Contains(found, diagnostic => diagnostic.Id == Ids.ColumnChanged && diagnostic.Message.StartsWith("'late' is distributed differently"));
    }

    [Fact]
    public void A_file_with_less_than_half_of_the_old_rows_is_another_one() =>
        Assert.DoesNotContain(_series.Grow(Days(0, 6), Days(4, 8)), diagnostic => diagnostic.Id == Ids.HistoryRewritten);

    string[] Days(int from, int to) => [.. Enumerable.Range(from, to - from).SelectMany(_series.Rows)];
}
