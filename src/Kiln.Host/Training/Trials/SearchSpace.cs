using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>
/// What settings are looked for in, as points of a cube. The bounds are those of the settings that won on many datasets (the portfolio of
/// AutoGluon 1.5, the search space of TabArena), and keep a trial's memory and time within what the machine has: ML.NET's own search goes up
/// to 32,768 leaves and runs out of both (dotnet/machinelearning#6426).
/// </summary>
/// <param name="rows">To learn from.</param>
/// <param name="features">That the trees split by.</param>
/// <param name="leastFeatureShare">Of the features that each tree sees, 1 at most.</param>
sealed class SearchSpace(int rows, int features, double leastFeatureShare = SearchSpace.LeastFeatureShare)
{
    public const double LeastFeatureShare = 0.3;

    /// <summary>Of histograms that LightGBM keeps, one a leaf.</summary>
    const long MostBytes = 512L << 20;

    /// <summary>A histogram of 255 bins of a gradient and a hessian.</summary>
    const long BytesOfFeature = 255 * 16;

    const int SignificantDigits = 3;

    readonly Range[] _ranges =
    [
        new(3, Math.Clamp(MostBytes / (Math.Max(features, 1) * BytesOfFeature), 15, 127), IsLogarithmic: true),
        new(0.02, 0.2, IsLogarithmic: true),
        new(1, Math.Clamp(rows / 20, 2, 60), IsLogarithmic: true),
        new(0.5, 1, IsLogarithmic: false),
        new(leastFeatureShare, 1, IsLogarithmic: false),
        new(0.01, 30, IsLogarithmic: true),
        new(0, 1, IsLogarithmic: false),
    ];

    public int Dimensions => _ranges.Length;

    /// <summary>Settings with few digits, so that people can read them; a point outside of the cube is the nearest one of it.</summary>
    public TunedSettings At(IReadOnlyList<double> point)
    {
        var values = _ranges.Select((range, i) => range.At(Math.Clamp(point[i], 0, 1))).ToArray();
        return new((long)Math.Round(values[0]), Short(values[1]), (long)Math.Round(values[2]), Short(values[3]), Short(values[4]), Short(values[5]), values[6] > 0.5);
    }

    public double[] PointOf(TunedSettings settings)
    {
        double[] values = [settings.Leaves, settings.LearningRate, settings.LeafRows, settings.RowShare, settings.FeatureShare, settings.L2, settings.RandomSplits ? 0.75 : 0.25];
        return [.. _ranges.Select((range, i) => range.PlaceOf(values[i]))];
    }

    /// <summary>The nearest settings within the bounds.</summary>
    public TunedSettings Within(TunedSettings settings) => At(PointOf(settings));

    static double Short(double value)
    {
        var scale = Math.Pow(10, SignificantDigits - 1 - Math.Floor(Math.Log10(value)));
        return Math.Round(Math.Round(value * scale) / scale, 12);
    }

    readonly record struct Range(double Least, double Most, bool IsLogarithmic)
    {
        public double At(double place) => IsLogarithmic ? Least * Math.Pow(Most / Least, place) : Least + place * (Most - Least);

        public double PlaceOf(double value)
        {
            var within = Math.Clamp(value, Least, Most);
            return Least == Most ? 0 : IsLogarithmic ? Math.Log(within / Least) / Math.Log(Most / Least) : (within - Least) / (Most - Least);
        }
    }
}
