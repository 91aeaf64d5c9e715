using Kiln.Host.Data;

namespace Kiln.Host.Training.Profiles;

/// <summary>
/// The parts of the data whose differences say how much good rows usually differ: days, some of them where there are many, or files where no column says when a row
/// is of. Without either, nobody knows.
/// </summary>
static class DataParts
{
    /// <summary>More would say no more.</summary>
    const int Most = 60;

    /// <summary>For each row of the table its part; −1 where it is of none.</summary>
    public static int[] Of(Table table) => table.Time is { } time ? ByDay(time) : ByFile(table);

    static int[] ByDay(DateTimeColumn time)
    {
        int[] days = [.. time.Values.Select(moment => moment is { } value ? (int)(value.Ticks / TimeSpan.TicksPerDay) : -1)];
        // Scattered, and not every seventh: that would be the same day of each week.
        var parts = days.Distinct().Where(day => day >= 0).OrderBy(day => unchecked((uint)day * 2654435761)).Take(Most).Select((day, part) => (day, part)).ToDictionary(pair => pair.day, pair => pair.part);
        return [.. days.Select(day => parts.GetValueOrDefault(day, -1))];
    }

    static int[] ByFile(Table table)
    {
        int[] ends = [.. table.Partitions.Select(file => file.End)];
        return [.. Enumerable.Range(0, table.Rows).Select(row => Array.FindIndex(ends, end => (table.Origins?[row] ?? row) < end)).Select(part => part < Most ? part : -1)];
    }
}
