namespace Kiln.Host.Evaluation;

/// <summary>A share with its 95 % interval (Wilson, 1927): near 0 and 1, and on few rows, it is right where the normal one is not.</summary>
/// <param name="Share">From 0 to 1.</param>
readonly record struct WilsonInterval(double Share, double Low, double High)
{
    const double Normal = 1.96;

    /// <param name="share">From 0 to 1.</param>
    /// <param name="rows">How many it is of.</param>
    public static WilsonInterval Of(double share, double rows)
    {
        var z = Normal * Normal / rows;
        var (middle, half) = (share + z / 2, Normal * Math.Sqrt(share * (1 - share) / rows + z / rows / 4));
        return new(share, (middle - half) / (1 + z), (middle + half) / (1 + z));
    }
}
