using Kiln.Host.Training.Profiles;
using Kiln.Monitoring;

namespace Kiln.Host.Tests.Monitoring;

/// <summary>Rows of bell curves, counted in the tenths of the training rows.</summary>
/// <param name="seed">Of the random numbers.</param>
/// <param name="columns">How many columns there are.</param>
sealed class Days(int seed, int columns)
{
    readonly Random _chance = new(seed);

    /// <summary>Of the bell curve around 0.</summary>
    static readonly float[] Tenths = [-1.2816f, -0.8416f, -0.5244f, -0.2533f, 0, 0.2533f, 0.5244f, 0.8416f, 1.2816f];

    /// <param name="days">How many rows a day has, and how far the first column lies off on it.</param>
    public ModelProfile Profile(IReadOnlyList<(int Rows, double Shift)> days) => new([.. Enumerable.Range(0, columns).Select(column =>
    {
        var counts = new PartCounts(days.Count, Tenths.Length + 2);
        for (var day = 0; day < days.Count; day++)
        {
            var bins = Draw(days[day].Rows, column == 0 ? days[day].Shift : 0);
            for (var bin = 0; bin < bins.Length; bin++)
                for (var row = 0; row < bins[bin]; row++)
                    counts.Add(day, bin);
        }
        return counts.Complete(Column(column));
    })]);

    public ModelWindow Window(int rows, double shift = 0) => new(
        "M", "1.0.0", "", DateTime.UnixEpoch, DateTime.UnixEpoch, rows, rows, rows,
        Enumerable.Range(0, columns).ToDictionary(column => $"x{column}", column => (IReadOnlyList<long>)Draw(rows, column == 0 ? shift : 0)));

    static CountedColumn Column(int column) => new($"x{column}", CountedKind.Number, Tenths, [], new long[Tenths.Length + 2], 0, 0);

    long[] Draw(int rows, double shift)
    {
        var counts = new long[Tenths.Length + 2];
        var binning = Binning.Of(Column(0), 0, static _ => 0);
        for (var row = 0; row < rows; row++)
            counts[binning.Find([(float)(Normal() + shift)], default, default)]++;
        return counts;
    }

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
}
