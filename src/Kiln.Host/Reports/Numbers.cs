using System.Globalization;
using Kiln.Contracts.Metrics;

namespace Kiln.Host.Reports;

/// <summary>How reports spell numbers.</summary>
static class Numbers
{
    public static string Text(double value) => double.IsNaN(value) ? "n/a" : value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Text(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    public static string Text(MetricValue metric) =>
        metric.HasInterval ? $"{Text(metric.Value)} ({Text(metric.Low)} to {Text(metric.High)})" : metric.IsDefined ? $"{Text(metric.Value)} (no interval)" : "n/a";

    public static string Percent(long part, long whole) => $"{(100.0 * part / whole).ToString("0.#", CultureInfo.InvariantCulture)} %";
}
