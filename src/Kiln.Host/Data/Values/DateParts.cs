namespace Kiln.Host.Data.Values;

/// <summary>What was read of a date so far.</summary>
struct DateParts()
{
    public int Year = 1, Month = 1, Day = 1, Hour, Minute, Second, Ticks;

    /// <summary>Minutes east of UTC; null where none is written.</summary>
    public int? Offset;

    /// <summary>True for PM, false for AM; null for a 24-hour clock.</summary>
    public bool? Afternoon;

    /// <summary>A date with an offset becomes UTC; one without stays as it is written.</summary>
    public readonly bool TryMake(out DateTime value)
    {
        value = default;
        var hour = Hour;
        if (Afternoon is { } afternoon)
        {
            if (hour is < 1 or > 12)
                return false;
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)
            || hour > 23 || Minute > 59 || Second > 59)
            return false;
        var ticks = new DateTime(Year, Month, Day, hour, Minute, Second).Ticks + Ticks - (Offset ?? 0) * TimeSpan.TicksPerMinute;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        value = new(ticks);
        return true;
    }
}
