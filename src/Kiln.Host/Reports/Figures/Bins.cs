namespace Kiln.Host.Reports.Figures;

/// <summary>Bins of equal width from one value to another; what lies outside is in the first or the last.</summary>
readonly record struct Bins(double From, double To, int Count)
{
    public double Width => (To - From) / Count;

    /// <summary>Between two quantiles, so that one far value does not make all others one bin.</summary>
    /// <param name="tail">The share of the values that lies outside on each side.</param>
    public static Bins Within(IEnumerable<double> values, double tail, int count)
    {
        double[] ascending = [.. values.Order()];
        return new(Quantile(ascending, tail), Quantile(ascending, 1 - tail), count);
    }

    public double Start(int bin) => From + bin * Width;

    public double Middle(int bin) => From + (bin + 0.5) * Width;

    public int Of(double value) => Width > 0 ? Math.Clamp((int)((value - From) / Width), 0, Count - 1) : 0;

    /// <summary>Linear between the two nearest values.</summary>
    public static double Quantile(IReadOnlyList<double> ascending, double share)
    {
        var place = share * (ascending.Count - 1);
        var below = (int)place;
        return below + 1 < ascending.Count ? ascending[below] + (place - below) * (ascending[below + 1] - ascending[below]) : ascending[below];
    }
}
