namespace Kiln.Host.Training.Intervals;

/// <summary>
/// Quantiles of errors that hold for an error that was not among them (split conformal prediction: Vovk, Gammerman, Shafer, Algorithmic
/// Learning in a Random World, 2005; Lei et al., Distribution-Free Predictive Inference for Regression, JASA 113, 2018).
/// </summary>
static class Conformal
{
    const double Rounding = 1e-12;

    /// <summary>
    /// Of n errors and a new one each is as likely to be the k-th: the new one is at most the k-th of n in k of n + 1 cases. One of weight 2 stands for
    /// two, and the new one counts as much as one does on average (Tibshirani et al., Conformal Prediction Under Covariate Shift, 2019).
    /// </summary>
    /// <param name="errors">With how much each counts.</param>
    /// <param name="share">Of errors that are at most as large.</param>
    /// <returns>Infinite where there are fewer than <see cref="Fewest"/>.</returns>
    public static double Quantile(IEnumerable<(double Error, float Weight)> errors, double share)
    {
        (double Error, float Weight)[] sorted = [.. errors.Where(error => error.Weight > 0).OrderBy(error => error.Error)];
        var (all, below) = (sorted.Sum(error => (double)error.Weight), 0.0);
        // What is a whole number but for rounding is one.
        var rank = Math.Round((sorted.Length + 1) * share, 9);
        foreach (var (error, weight) in sorted)
        {
            below += weight;
            if (below * sorted.Length >= rank * all * (1 - Rounding))
                return error;
        }
        return double.PositiveInfinity;
    }

    /// <summary>How many errors have such a quantile at least.</summary>
    public static int Fewest(double share) => (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Round(share / (1 - share), 9)));
}
