using System.Collections.Concurrent;

namespace Kiln.Host.NewData;

/// <summary>
/// How many times the largest of k earlier differences a new one of the same kind is at most. What sets real files apart, such as a season, moves all shares along
/// one line, so a difference is like the square of a normal variable z, and is larger than c times all of k others with a probability of ∫ erf(z/√(2c))^k 2φ(z) dz.
/// </summary>
static class LargestOfMany
{
    const int Steps = 400;

    /// <summary>Further out there is nothing, in double precision.</summary>
    const double End = 8.5;

    static readonly ConcurrentDictionary<(int, double), double> Known = new();

    /// <param name="count">How many earlier ones there are; one of those that are known does not count, because each was measured against the others.</param>
    /// <param name="probability">Of a new one that is larger.</param>
    public static double Factor(int count, double probability) => Known.GetOrAdd((Math.Max(1, count), probability), static key => Solve(key.Item1, key.Item2));

    static double Solve(int count, double probability)
    {
        var (low, high) = (0.0, Math.Log(1e12));
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = IsLarger(count, Math.Exp(middle)) > probability ? (middle, high) : (low, middle);
        }
        return Math.Exp(high);
    }

    /// <summary>Simpson's rule.</summary>
    static double IsLarger(int count, double factor)
    {
        var sum = 0.0;
        for (var step = 0; step <= Steps; step++)
        {
            var z = End * step / Steps;
            var value = Math.Pow(Erf(z / Math.Sqrt(2 * factor)), count) * Math.Sqrt(2 / Math.PI) * Math.Exp(-z * z / 2);
            sum += value * (step is 0 or Steps ? 1 : step % 2 == 1 ? 4 : 2);
        }
        return sum * End / Steps / 3;
    }

    /// <summary>Within 1.2e-7 of itself, however small (Abramowitz and Stegun, 7.1.26 far from 0; its series near it).</summary>
    static double Erf(double x)
    {
        if (x < 0.5)
            return 2 / Math.Sqrt(Math.PI) * (x - Math.Pow(x, 3) / 3 + Math.Pow(x, 5) / 10 - Math.Pow(x, 7) / 42 + Math.Pow(x, 9) / 216 - Math.Pow(x, 11) / 1320);
        var t = 1 / (1 + 0.3275911 * x);
        return 1 - t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.Exp(-x * x);
    }
}
