namespace Kiln.Host.Monitoring;

/// <summary>Random numbers of the distributions that shares follow; the same ones in every run.</summary>
sealed class Draws
{
    const double Never = 1e-9;

    readonly Random _chance = new(1);

    /// <summary>A share that is 1 in <paramref name="yes"/> of the rows that are known, and 0 in <paramref name="no"/>.</summary>
    public double Beta(double yes, double no)
    {
        var (a, b) = (Gamma(yes), Gamma(no));
        return a + b > 0 ? a / (a + b) : yes > no ? 1 : 0;
    }

    /// <summary>Of so many rows those of which a share is expected.</summary>
    public double Binomial(long rows, double share)
    {
        if (share > 0.5)
            return rows - Binomial(rows, 1 - share);
        var mean = rows * share;
        if (mean > 30)
            return Math.Clamp(Math.Round(mean + Normal() * Math.Sqrt(mean * (1 - share))), 0, rows);
        // By the waiting times between them (Devroye, 1986, X.4).
        // So few that the logarithm of the others' share is 0, and no waiting time is finite.
        if (mean < Never || 1 - share == 1)
            return 0;
        var (count, at) = (0L, 0.0);
        while ((at += Math.Floor(Math.Log(1 - _chance.NextDouble()) / Math.Log(1 - share)) + 1) <= rows)
            count++;
        return count;
    }

    /// <summary>Marsaglia and Tsang, 2000.</summary>
    double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - _chance.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + x / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - _chance.NextDouble()) < x * x / 2 + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
}
