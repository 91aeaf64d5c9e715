using System.Globalization;
using Kiln.Host.Requests;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>All that a model counted in a period, in however many processes.</summary>
/// <param name="Start">When it begins, in UTC.</param>
/// <param name="Window">The sum of its windows.</param>
/// <param name="Windows">How many they are.</param>
sealed record Period(PeriodLength Length, DateTime Start, ModelWindow Window, int Windows)
{
    public static IReadOnlyList<Period> Of(IEnumerable<ModelWindow> windows, PeriodLength length) =>
        [.. windows.GroupBy(window => Begin(window.From, length)).OrderBy(group => group.Key).Select(group => new Period(length, group.Key, ModelWindow.Merge([.. group]), group.Count()))];

    /// <summary>As people call it.</summary>
    public string Name => Length switch
    {
        PeriodLength.Hour => Start.ToString("yyyy-MM-dd HH':00'", CultureInfo.InvariantCulture),
        PeriodLength.Week => $"week of {Text(Start)}",
        _ => Text(Start),
    };

    /// <summary>Whether rows may still come.</summary>
    public bool GoesOn(DateTime now) => now < Length switch { PeriodLength.Hour => Start.AddHours(1), PeriodLength.Week => Start.AddDays(7), _ => Start.AddDays(1) };

    public string Kind => Length.ToString().ToLowerInvariant();

    static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateTime Begin(DateTime time, PeriodLength length) => length switch
    {
        PeriodLength.Hour => time.Date.AddHours(time.Hour),
        PeriodLength.Week => time.Date.AddDays(-(((int)time.DayOfWeek + 6) % 7)),
        _ => time.Date,
    };
}
