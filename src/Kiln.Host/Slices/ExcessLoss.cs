namespace Kiln.Host.Slices;

/// <summary>What rows lose beyond others that were answered alike, and the first moments of what chance makes of the sum.</summary>
/// <param name="Rows">How many they are.</param>
/// <param name="Excess">The sum of their losses, less <paramref name="Expected"/>.</param>
/// <param name="Expected">What as many rows with such answers lose.</param>
/// <param name="Variance">Of the sum, where slices are dealt by chance among rows that were answered alike.</param>
/// <param name="Third">Its third central moment: losses are skewed, and so are sums of few of them.</param>
readonly record struct ExcessLoss(int Rows, double Excess, double Expected, double Variance, double Third)
{
    /// <summary>So many rows whose answers are next to each other were answered alike.</summary>
    const int Alike = 100;

    public static ExcessLoss operator +(ExcessLoss a, ExcessLoss b) => new(a.Rows + b.Rows, a.Excess + b.Excess, a.Expected + b.Expected, a.Variance + b.Variance, a.Third + b.Third);

    public static ExcessLoss operator -(ExcessLoss a, ExcessLoss b) => new(a.Rows - b.Rows, a.Excess - b.Excess, a.Expected - b.Expected, a.Variance - b.Variance, a.Third - b.Third);

    /// <summary>
    /// The quantile of the normal distribution that the excess is as rare as, were the rows drawn by chance from those that were answered alike.
    /// The moments are those of that draw, without what rows taken already leave, which makes it smaller than it is; between the moments it
    /// is Pearson's type III (as Mielke and Berry have it of permutations, 1976), by Wilson and Hilferty's root (1931).
    /// </summary>
    public double Rarity
    {
        get
        {
            if (!(Variance > 0))
                return 0;
            var (deviations, skew) = (Excess / Math.Sqrt(Variance), Third / Math.Pow(Variance, 1.5));
            return Math.Abs(skew) < 1e-6 ? deviations : 6 / skew * (Math.Cbrt(Math.Max(0, skew * deviations / 2 + 1)) - 1) + skew / 6;
        }
    }

    /// <summary>For each row its own.</summary>
    public static ExcessLoss[] Measure(RowLosses losses)
    {
        var (answers, order) = ((double[])losses.Answer.Clone(), Enumerable.Range(0, losses.Loss.Length).ToArray());
        Array.Sort(answers, order);
        var rows = new ExcessLoss[order.Length];
        var groups = Math.Max(1, order.Length / Alike);
        for (var group = 0; group < groups; group++)
        {
            var alike = order.AsSpan((int)((long)group * order.Length / groups)..(int)((long)(group + 1) * order.Length / groups));
            double mean = 0, variance = 0, third = 0;
            foreach (var row in alike)
                mean += losses.Loss[row] / alike.Length;
            foreach (var row in alike)
            {
                var excess = losses.Loss[row] - mean;
                variance += excess * excess / Math.Max(1, alike.Length - 1);
                third += excess * excess * excess / alike.Length;
            }
            foreach (var row in alike)
                rows[row] = new(1, losses.Loss[row] - mean, mean, variance, third);
        }
        return rows;
    }
}
