namespace Kiln.Host.Tests.NewData;

/// <summary>Files that grow by what is like the rows before: nothing is told, though weekdays, hours and seasons differ.</summary>
public sealed class GoodGrowthTests
{
    const string Flights = "late_flights.csv", Weather = "seattle_weather.csv";

    /// <param name="known">How many parts are there before the first that comes.</param>
    [Theory]
    [InlineData("days of flights", 6)]
    [InlineData("days of few flights", 6)]
    [InlineData("days of three airports", 6)]
    [InlineData("half days of flights", 12)]
    [InlineData("two days of flights", 6)]
    [InlineData("weeks of flights", 2)]
    [InlineData("months of weather", 12)]
    [InlineData("two months of weather", 6)]
    [InlineData("years of weather", 2)]
    public void A_good_part_is_learnt_from_without_a_word(string what, int known)
    {
        var (file, key) = Read(what);
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", file));
        var parts = lines.Skip(1).Where(row => what != "days of three airports" || row.Contains("ORD") || row.Contains("ATL") || row.Contains("DFW"))
            .GroupBy(key).Select(part => part.ToList()).ToList();
        using var series = new Series(lines[0], [lines[1..]]);

        for (var part = known; part < parts.Count; part += Math.Max(1, (parts.Count - known) / 24))
            Assert.Empty(series.Grow(parts.Take(part).SelectMany(rows => rows), parts.Take(part + 1).SelectMany(rows => rows)));
    }

    static (string File, Func<string, string> Key) Read(string what) => what switch
    {
        "days of flights" or "days of three airports" => (Flights, row => row[..10]),
        "days of few flights" => ("flights.csv", row => row[..10]),
        "half days of flights" => (Flights, row => row[..10] + (row[11] == '0' || row[12] < '2' && row[11] == '1')),
        "two days of flights" => (Flights, row => $"{(Date(row).Day - 1) / 2}"),
        "weeks of flights" => (Flights, row => $"{(Date(row).Day - 1) / 7}"),
        "months of weather" => (Weather, row => row[..7]),
        "two months of weather" => (Weather, row => $"{row[..4]} {(Date(row).Month - 1) / 2}"),
        "years of weather" => (Weather, row => row[..4]),
        _ => throw new ArgumentException(what, nameof(what)),
    };

    static DateTime Date(string row) => DateTime.Parse(row[..10], System.Globalization.CultureInfo.InvariantCulture);
}
