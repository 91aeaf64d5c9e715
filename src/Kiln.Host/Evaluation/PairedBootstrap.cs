using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>
/// Two models' metrics on the same rows, and their difference with a 95 % interval. Each resample draws the same rows for both, so that
/// what makes a row hard for both cancels out and the interval is that of the difference (Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993).
/// </summary>
static class PairedBootstrap
{
    /// <summary>The metrics that both have, in the order they are shown.</summary>
    public static IReadOnlyList<KeyValuePair<string, MetricComparison>> Compare(Predictions released, Predictions now)
    {
        var (before, after) = (Metrics.Create(released), Metrics.Create(now));
        var names = MetricFacts.List(now.Task, released.IsExtended && now.IsExtended);
        var bootstrap = new Bootstrap(before.Draws, counts =>
        {
            var (old, current) = (before.Measure(counts), after.Measure(counts));
            return [.. old.Take(names.Count), .. current.Take(names.Count), .. current.Zip(old, (b, a) => b - a)];
        });
        var supports = before.Supports.Zip(after.Supports, (a, b) => a.Rows < b.Rows ? a : b).ToArray();
        var same = released.Threshold == now.Threshold && released.Scores.Zip(now.Scores).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
        return [.. names.Select((name, m) => KeyValuePair.Create(name, Comparison(bootstrap, m, names.Count, supports[m], same)))];
    }

    /// <param name="same">The two models say the same of every row, so that nothing differs, be it defined or not.</param>
    static MetricComparison Comparison(Bootstrap bootstrap, int metric, int metrics, Support support, bool same)
    {
        var scale = Math.Max(Math.Abs(bootstrap.Value(metric)), Math.Abs(bootstrap.Value(metrics + metric)));
        return new(
            bootstrap.Interval(metric, support, Rounding.Significant),
            bootstrap.Interval(metrics + metric, support, Rounding.Significant),
            same ? new(0, 0, 0) : bootstrap.Interval(2 * metrics + metric, support, difference => Rounding.At(difference, scale)));
    }
}
