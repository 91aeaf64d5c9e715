namespace Kiln.Host.Training.Trials;

/// <summary>
/// Whether the best of many trials is better than the default, or only the luckiest. The more are tried the more the best one gains by
/// chance, so its gain is held against what the best of as many trials would gain where none were better: over resamples of the rows, the
/// largest of all trials' deviations, those that a few folds ruled out too (White, A Reality Check for Data Snooping, Econometrica 2000; in units of each trial's own error, as
/// Hansen 2005).
/// </summary>
static class RealityCheck
{
    const int Resamples = 2_000;

    /// <summary>Fixed: the same trials always say the same.</summary>
    const int Seed = 20170;

    const double Confidence = 0.95;

    /// <summary>Quantile of the normal distribution for the upper end of an interval.</summary>
    const double UpperQuantile = 1.96;

    /// <param name="defaults">Losses of the default, summed over the rows of each block.</param>
    /// <param name="trials">Those of the others; 0 for blocks that did not judge one, which was worse on others.</param>
    /// <param name="best">Which of them is in question.</param>
    /// <param name="weight">Of the rows in all blocks.</param>
    /// <returns>Least and most gain a row, and how often chance would gain as much.</returns>
    public static (double Low, double High, double Chance) Of(double[] defaults, IReadOnlyList<double[]> trials, int best, double weight)
    {
        // Blocks without rows say nothing, and would make the others look more certain.
        int[] blocks = [.. Enumerable.Range(0, defaults.Length).Where(block => defaults[block] != 0)];
        double[][] gains = [.. trials.Select(losses => blocks.Select(block => losses[block] == 0 ? double.NaN : (defaults[block] - losses[block]) / weight).ToArray())];
        double[] means = [.. gains.Select(gain => gain.Where(value => !double.IsNaN(value)).Sum())];
        double[] errors = [.. gains.Select(Error)];
        // Nothing to draw from: the gain is the same of all blocks, or nobody loses anything.
        if (errors[best] == 0)
            return (means[best], means[best], means[best] > 0 ? 0 : 1);
        var random = new Random(Seed);
        var largest = new double[Resamples];
        var counts = new int[blocks.Length];
        for (var i = 0; i < Resamples; i++)
        {
            Array.Clear(counts);
            for (var n = 0; n < counts.Length; n++)
                counts[random.Next(counts.Length)]++;
            largest[i] = gains.Select((gain, k) => errors[k] == 0 ? double.NegativeInfinity : (Sum(gain, counts) - means[k]) / errors[k]).Max();
        }
        Array.Sort(largest);
        var critical = largest[(int)(Confidence * (Resamples - 1))];
        var chance = (1.0 + largest.Count(value => value >= means[best] / errors[best])) / (1 + Resamples);
        return (means[best] - critical * errors[best], means[best] + UpperQuantile * errors[best], chance);
    }

    /// <summary>Standard error of a sum over the blocks that judged.</summary>
    static double Error(double[] gain)
    {
        double[] judged = [.. gain.Where(value => !double.IsNaN(value))];
        var mean = judged.DefaultIfEmpty().Average();
        return Math.Sqrt(judged.Sum(value => (value - mean) * (value - mean)) * judged.Length / Math.Max(judged.Length - 1, 1));
    }

    static double Sum(double[] gain, int[] counts)
    {
        var sum = 0.0;
        for (var i = 0; i < gain.Length; i++)
            if (!double.IsNaN(gain[i]))
                sum += gain[i] * counts[i];
        return sum;
    }
}
