namespace Kiln.Host.Training.Intervals;

/// <summary>
/// Quantiles of errors that hold for an error that was not among them (split conformal prediction: Vovk, Gammerman, Shafer, Algorithmic
/// Learning in a Random World, 2005; Lei et al., Distribution-Free Predictive Inference for Regression, JASA 113, 2018).
/// </summary>
static class Conformal
{
    /// <summary>Of n errors and a new one each is as likely to be the k-th: the new one is at most the k-th of n in k of n + 1 cases.</summary>
    /// <param name="share">Of errors that are at most as large.</param>
    /// <returns>Infinite where there are fewer than <see cref="Fewest"/>.</returns>
    public static double Quantile(IEnumerable<double> errors, double share)
    {
        double[] sorted = [.. errors.Order()];
        return Rank(sorted.Length, share) is var rank && rank <= sorted.Length ? sorted[rank - 1] : double.PositiveInfinity;
    }

    /// <summary>How many errors have such a quantile at least.</summary>
    public static int Fewest(double share) => (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Round(share / (1 - share), 9)));

    /// <summary>From 1. What is a whole number but for rounding is one.</summary>
    static int Rank(int count, double share) => Math.Max(1, (int)Math.Ceiling(Math.Round((count + 1) * share, 9)));
}
