using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.TrainerHost.Evaluation;

/// <summary>Metrics with 95 % intervals: the 2.5 and 97.5 % quantiles over resamples of the rows with replacement (Efron, 1979).</summary>
static class Bootstrap
{
    const int Resamples = 1_000;

    /// <summary>On many rows the interval is narrow and its ends are smooth: fewer resamples give the same digits.</summary>
    const int ResamplesOfManyRows = 200;
    const int ManyRows = 20_000;

    /// <summary>Fixed: the same predictions always have the same interval.</summary>
    const int Seed = 20170;

    public static IReadOnlyList<KeyValuePair<string, MetricValue>> Measure(Predictions predictions)
    {
        var metrics = Metrics.Of(predictions);
        var counts = new int[metrics.Rows];
        Array.Fill(counts, 1);
        var values = metrics.Measure(counts);
        var resamples = new double[metrics.Rows > ManyRows ? ResamplesOfManyRows : Resamples][];
        var random = new Random(Seed);
        for (var i = 0; i < resamples.Length; i++)
        {
            Array.Clear(counts);
            for (var n = 0; n < counts.Length; n++)
                counts[random.Next(counts.Length)]++;
            resamples[i] = metrics.Measure(counts);
        }
        return [.. MetricFacts.Of(predictions.Task).Select((name, m) => KeyValuePair.Create(name, Interval(values[m], resamples, m)))];
    }

    static MetricValue Interval(double value, double[][] resamples, int metric)
    {
        var sorted = resamples.Select(resample => resample[metric]).Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0
            ? new(value, double.NaN, double.NaN)
            : new(Round(value), Round(sorted[(int)(0.025 * (sorted.Length - 1))]), Round(sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]));
    }

    /// <summary>Six significant digits: more would only record the order of additions.</summary>
    static double Round(double value) => value == 0 || !double.IsFinite(value)
        ? value
        : Math.Round(value, Math.Clamp(5 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));
}
