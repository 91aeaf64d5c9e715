using System.Diagnostics.Metrics;
using Kiln.Monitoring;

namespace Kiln;

/// <summary>
/// What monitors count, for who observes the application: read when asked for, so a prediction costs the same whether anybody listens or not. The tags are the
/// model, its version and its columns, never a value.
/// </summary>
static class Instruments
{
    /// <summary>What chance makes of fewer is not known well.</summary>
    const int FewestRows = 50;

    static readonly object Lock = new();
    static readonly Meter Meter = new("Kiln");
    static ModelMonitor[] _monitors = [];

    static Instruments()
    {
        Meter.CreateObservableCounter("kiln.predictions", Predictions, "{prediction}", "Rows that a model predicted.");
        Meter.CreateObservableGauge("kiln.input.missing", Missing, "1", "Share of rows without a value in a column since the window began.");
        Meter.CreateObservableGauge("kiln.drift", Drift, "1", "Stability index of a column against the training data since the window began, beyond what chance makes of so many rows; 0.1 is as much as a shift by a third of a standard deviation.");
    }

    /// <returns>Takes it off again.</returns>
    public static IDisposable Add(ModelMonitor monitor)
    {
        lock (Lock)
            _monitors = [.. _monitors, monitor];
        return new Removal(monitor);
    }

    static IEnumerable<Measurement<long>> Predictions() => Versions().Select(version => new Measurement<long>(version.Sum(monitor => monitor.Rows), Tags(version.First())));

    static IEnumerable<Measurement<double>> Missing() => Columns(1, (_, counts, _) => (double)counts[^1] / counts.Sum());

    static IEnumerable<Measurement<double>> Drift() => Columns(FewestRows, (column, counts, examined) => StabilityIndex.BeyondChance([.. counts], column.Rows, examined));

    static IEnumerable<Measurement<double>> Columns(int fewest, Func<CountedColumn, IReadOnlyList<long>, long, double> measure)
    {
        foreach (var version in Versions())
            if (ModelWindow.Merge([.. version.Select(monitor => monitor.Current)]) is var window && window.Examined >= fewest)
                foreach (var column in version.First().Profile.Columns)
                    yield return new(measure(column, window.Columns[column.Name], window.Examined), [.. Tags(version.First()), new("column", column.Name)]);
    }

    /// <summary>What is loaded twice is one for who looks from outside: collectors keep one measurement for the same tags.</summary>
    static IEnumerable<IGrouping<string, ModelMonitor>> Versions() => _monitors.GroupBy(monitor => monitor.Manifest);

    static KeyValuePair<string, object?>[] Tags(ModelMonitor monitor) => [new("model", monitor.Info.Name), new("version", monitor.Info.Version)];

    sealed class Removal(ModelMonitor monitor) : IDisposable
    {
        public void Dispose()
        {
            lock (Lock)
                _monitors = [.. _monitors.Where(other => other != monitor)];
        }
    }
}
