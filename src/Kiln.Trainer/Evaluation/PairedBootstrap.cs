using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.TrainerHost.Evaluation;

/// <summary>
/// Two models' metrics on the same rows, and their difference with a 95 % interval. Each resample draws the same rows for both, so that
/// what makes a row hard for both cancels out and the interval is that of the difference (Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993).
/// </summary>
static class PairedBootstrap
{
    /// <summary>The task's metrics in the order they are shown.</summary>
    public static IReadOnlyList<KeyValuePair<string, MetricComparison>> Compare(Predictions released, Predictions now)
    {
        var (before, after) = (Metrics.Of(released), Metrics.Of(now));
        var names = MetricFacts.Of(now.Task);
        var resampling = new Resampling(before.Rows, counts =>
        {
            var (old, current) = (before.Measure(counts), after.Measure(counts));
            return [.. old, .. current, .. current.Zip(old, (b, a) => b - a)];
        });
        return [.. names.Select((name, m) => KeyValuePair.Create(name, Comparison(resampling, m, names.Count)))];
    }

    static MetricComparison Comparison(Resampling resampling, int metric, int metrics)
    {
        var scale = Math.Max(Math.Abs(resampling.Value(metric)), Math.Abs(resampling.Value(metrics + metric)));
        return new(
            resampling.Interval(metric, Rounding.Significant),
            resampling.Interval(metrics + metric, Rounding.Significant),
            resampling.Interval(2 * metrics + metric, difference => Rounding.At(difference, scale)));
    }
}
