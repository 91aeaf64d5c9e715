namespace Kiln.Host.NewData;

/// <summary>What chance makes of a difference between two samples: it is χ² with so many degrees of freedom, times 1/n + 1/m.</summary>
readonly record struct Chance(double Scale, int Degrees)
{
    public static Chance Between(long rows, long others, int degrees) => new(1.0 / Math.Max(1, rows) + 1.0 / Math.Max(1, others), Math.Max(1, degrees));

    public double Mean => Scale * Degrees;

    /// <summary>Exceeded with that probability.</summary>
    public double Limit(double probability) => Scale * Quantiles.ChiSquared(Degrees, probability);
}
