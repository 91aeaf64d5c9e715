using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Tests.NewData;

/// <summary>Two columns of the weather that an export exchanged, in ninety days of it.</summary>
public sealed class ExchangedColumnsTests : IDisposable
{
    int _row;
    readonly Series _series;

    public ExchangedColumnsTests() => _series = Series.Read(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "seattle_weather.csv"), _ => $"{_row++ / 365}");

    public void Dispose() => _series.Dispose();

    [Fact]
    public void Both_are_told_where_their_names_stand() => AssertTold(
        _series.Arrive([.. _series.Files.Take(3), _series.Write("new.csv", Exchanged())]), "in this file");

    [Fact]
    public void Both_are_told_where_they_came_to_a_file() => AssertTold(
        _series.Grow(Years(3), [.. Years(3), .. Exchanged()]), "in the 365 rows after 2014-12-30");

    static void AssertTold(IReadOnlyList<Diagnostic> found, string where)
    {
        Assert.Equal(2, found.Count(diagnostic => diagnostic.Id == Ids.ColumnsExchanged));
        Assert.Contains(found, diagnostic => diagnostic.Id == Ids.ColumnsExchanged && diagnostic.Message.StartsWith($"the values of 'temp_max' {where} look like those of 'wind'"));
        Assert.Contains(found, diagnostic => diagnostic.Id == Ids.ColumnsExchanged && diagnostic.Message.StartsWith($"the values of 'wind' {where} look like those of 'temp_max'"));
    }

    /// <summary>date, precipitation, temp_max, temp_min, wind, weather</summary>
    IEnumerable<string> Exchanged() => _series.Rows(3).Select(row => row.Split(',') is var f ? string.Join(',', f[0], f[1], f[4], f[3], f[2], f[5]) : "");

    IEnumerable<string> Years(int count) => Enumerable.Range(0, count).SelectMany(_series.Rows);

    [Fact]
    public void The_fourth_year_as_it_is_differs_no_more_than_the_three_before_it() =>
        Assert.Empty(_series.Arrive([.. _series.Files.Take(4)]));
}
