using System.ComponentModel;

namespace Kiln.CompilerServices;

/// <summary>What a model sees of a date-time. Generated code and the host both ask here, so that serving and training agree.</summary>
/// <remarks>The date is taken as it stands: no time zone is applied. A missing date gives <see cref="float.NaN"/> for each part.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateParts
{
    /// <summary>The year.</summary>
    public static float Year(DateTime? date) => date?.Year ?? float.NaN;

    /// <summary>The month, 1 to 12.</summary>
    public static float Month(DateTime? date) => date?.Month ?? float.NaN;

    /// <summary>The day of the month, 1 to 31.</summary>
    public static float Day(DateTime? date) => date?.Day ?? float.NaN;

    /// <summary>The day of the week, 0 (Sunday) to 6.</summary>
    public static float DayOfWeek(DateTime? date) => date is { } day ? (float)day.DayOfWeek : float.NaN;

    /// <summary>The day of the year, 1 to 366.</summary>
    public static float DayOfYear(DateTime? date) => date?.DayOfYear ?? float.NaN;

    /// <summary>The hour of the day with its fraction, 0 to below 24.</summary>
    public static float Hour(DateTime? date) =>
        // The last microseconds of a day would round up to 24.
        date is { } time ? Math.Min((float)time.TimeOfDay.TotalHours, MathF.BitDecrement(24f)) : float.NaN;
}
