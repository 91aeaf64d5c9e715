using Kiln.Contracts.Metrics;

namespace Kiln.Host.Evaluation;

/// <summary>
/// Values on some rows with their 95 % intervals: the 2.5 and 97.5 % quantiles over resamples of the rows with replacement (Efron, 1979).
/// </summary>
sealed class Bootstrap
{
    const int Resamples = 1_000;

    /// <summary>On many rows the interval is narrow and its ends are smooth: fewer resamples give the same digits.</summary>
    const int ResamplesOfManyRows = 200;
    const int ManyRows = 20_000;

    /// <summary>Fixed: the same predictions always have the same interval.</summary>
    const int Seed = 20170;

    readonly double[] _values;
    readonly double[][] _resamples;

    /// <param name="rows">How many rows there are.</param>
    /// <param name="measure">The values where each row counts that often.</param>
    public Bootstrap(int rows, Func<int[], double[]> measure)
    {
        var counts = new int[rows];
        Array.Fill(counts, 1);
        _values = measure(counts);
        _resamples = new double[rows > ManyRows ? ResamplesOfManyRows : Resamples][];
        var random = new Random(Seed);
        for (var i = 0; i < _resamples.Length; i++)
        {
            Array.Clear(counts);
            for (var n = 0; n < counts.Length; n++)
                counts[random.Next(counts.Length)]++;
            _resamples[i] = measure(counts);
        }
    }

    /// <summary>On all rows, each once.</summary>
    public double Value(int index) => _values[index];

    /// <summary>The value with its interval; without one where it rests on too few rows.</summary>
    public MetricValue Interval(int index, Support support, Func<double, double> round)
    {
        if (!double.IsFinite(_values[index]))
            return new(double.NaN, double.NaN, double.NaN);
        if (!support.IsEnough)
            return new(round(_values[index]), double.NaN, double.NaN);
        // With that many rows of each class no more than one resample in twenty thousand leaves one out.
        var sorted = _resamples.Select(resample => resample[index]).Where(double.IsFinite).Order().ToArray();
        var last = sorted.Length - 1;
        return new(round(_values[index]), round(sorted[(int)(0.025 * last)]), round(sorted[(int)Math.Ceiling(0.975 * last)]));
    }
}
