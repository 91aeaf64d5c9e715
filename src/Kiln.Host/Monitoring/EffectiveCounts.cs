using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>Rows by bin of a window in which rows stand for others: these say less than as many rows, and as many as would vary as much are counted (Kish, 1965).</summary>
static class EffectiveCounts
{
    public static long[] Of(ModelWindow window, string column)
    {
        var counts = window.Columns[column];
        var all = counts.Sum();
        return window.Squares <= all ? [.. counts] : [.. counts.Select(count => (long)Math.Round((double)count * all / window.Squares))];
    }
}
