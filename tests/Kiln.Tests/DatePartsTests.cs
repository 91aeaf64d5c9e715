using Kiln.CompilerServices;

namespace Kiln.Tests;

public sealed class DatePartsTests
{
    static float[] All(DateTime? date) =>
        [DateParts.Year(date), DateParts.Month(date), DateParts.Day(date), DateParts.DayOfWeek(date), DateParts.DayOfYear(date), DateParts.Hour(date)];

    [Theory]
    [InlineData("2024-02-29T18:30:00", 2024, 2, 29, 4, 60, 18.5f)]
    [InlineData("2023-12-31T00:00:00", 2023, 12, 31, 0, 365, 0)]
    [InlineData("2024-12-31T23:00:00", 2024, 12, 31, 2, 366, 23)]
    [InlineData("0001-01-01T00:00:00", 1, 1, 1, 1, 1, 0)]
    public void Dates_are_taken_apart(string date, float year, float month, float day, float dayOfWeek, float dayOfYear, float hour) =>
        Assert.Equal([year, month, day, dayOfWeek, dayOfYear, hour], All(DateTime.Parse(date)));

    [Fact]
    public void A_missing_date_has_no_parts() => Assert.All(All(null), part => Assert.True(float.IsNaN(part)));

    [Fact]
    public void The_last_moment_of_a_day_is_before_24()
    {
        Assert.InRange(DateParts.Hour(DateTime.MaxValue), 23.99f, MathF.BitDecrement(24f));
        Assert.Equal(MathF.BitDecrement(24f), DateParts.Hour(new DateTime(2024, 1, 1).AddTicks(-1)));
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void No_time_zone_is_applied(DateTimeKind kind) =>
        Assert.Equal([2024, 6, 1, 6, 153, 1], All(new DateTime(2024, 6, 1, 1, 0, 0, kind)));
}
