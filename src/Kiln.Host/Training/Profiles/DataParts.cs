using Kiln.Host.Data;

namespace Kiln.Host.Training.Profiles;

/// <summary>
/// The parts of the data whose differences say how much good rows usually differ: days, or longer where there are years of them; files where no column says when
/// a row is of. Without either, nobody knows.
/// </summary>
static class DataParts
{
    /// <summary>More would say no more.</summary>
    const int Most = 60;

    /// <summary>For each row of the table its part; all 0 where there is one.</summary>
    public static int[] Of(Table table) => table.Time is { } time ? ByTime(time, table.Rows) : ByFile(table);

    static int[] ByTime(DateTimeColumn time, int rows)
    {
        var known = time.Values.OfType<DateTime>().ToList();
        if (known.Count == 0)
            return new int[rows];
        var first = known.Min();
        var span = Math.Max(TimeSpan.TicksPerDay, (known.Max() - first).Ticks / Most + 1);
        return [.. time.Values.Select(moment => moment is { } value ? (int)((value - first).Ticks / span) : 0)];
    }

    static int[] ByFile(Table table)
    {
        int[] ends = [.. table.Partitions.Select(file => file.End)];
        return [.. Enumerable.Range(0, table.Rows).Select(row => Array.FindIndex(ends, end => (table.Origins?[row] ?? row) < end)).Select(part => part % Most)];
    }
}
