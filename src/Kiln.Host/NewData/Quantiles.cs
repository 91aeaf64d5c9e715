namespace Kiln.Host.NewData;

/// <summary>Upper quantiles of the distributions that chance follows.</summary>
static class Quantiles
{
    /// <summary>The value that a χ² variable exceeds with that probability (Wilson and Hilferty, 1931; exact for one degree of freedom).</summary>
    public static double ChiSquared(int degrees, double probability)
    {
        if (degrees == 1)
            return Math.Pow(Normal(probability / 2), 2);
        var variance = 2.0 / (9 * degrees);
        return degrees * Math.Pow(Math.Max(0, 1 - variance + Normal(probability) * Math.Sqrt(variance)), 3);
    }

    /// <summary>The value that a standard normal variable exceeds with that probability, within 0.00045 (Abramowitz and Stegun, 26.2.23).</summary>
    public static double Normal(double probability)
    {
        if (probability > 0.5)
            return -Normal(1 - probability);
        var t = Math.Sqrt(-2 * Math.Log(probability));
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}
