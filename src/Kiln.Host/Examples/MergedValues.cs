namespace Kiln.Host.Examples;

/// <summary>What becomes of a column's different values in single precision: those that are the same as another one there.</summary>
/// <param name="Distinct">Different values in the column.</param>
/// <param name="Shared">How many of them share their single with another one.</param>
/// <param name="First">The smallest of these.</param>
/// <param name="Second">The next larger one, which is the same as the first in single precision.</param>
sealed record MergedValues(int Distinct, int Shared, double First, double Second)
{
    /// <summary>Every whole number up to here is a single of its own.</summary>
    const double Exact = 1 << 24;

    /// <summary>Up to this share of the different values nobody is told: a few large amounts in cents among many rows.</summary>
    const double MostShared = 0.01;

    /// <summary>
    /// Evenly spread values that begin at zero have 2^23 singles for the upper half of them, and one that is merged differs by nothing anybody
    /// would call a difference. Fewer than these say that the values lie far from zero, close together, and the bits went into the distance.
    /// Whole numbers are counts, days and codes, where each stands for something; fractions are measured, and LightGBM
    /// sorts them into 255 bins.
    /// </summary>
    const long FewestWhole = 1 << 21, FewestFractions = 1 << 8;

    const int Sample = 4096;

    /// <summary>Null where the column reaches a model as it is, or as good as that.</summary>
    public static MergedValues? Find(double[] values)
    {
        var whole = IsWhole(values, out var largest);
        if (whole && largest <= Exact)
            return null;
        var fewest = whole ? FewestWhole : FewestFractions;
        // Sorting all of a long column is only for those that a sample says are crowded.
        if (values.Length > Sample && !IsCrowded(Different(Sampled(values)), 2 * fewest))
            return null;
        var distinct = Different(values);
        return IsCrowded(distinct, fewest) ? Count(distinct) : null;
    }

    static MergedValues? Count(ReadOnlySpan<double> distinct)
    {
        var (shared, first) = (0, -1);
        for (var i = 0; i < distinct.Length; i++)
        {
            var next = i + 1 < distinct.Length && (float)distinct[i] == (float)distinct[i + 1];
            if (next && first < 0)
                first = i;
            if (next || i > 0 && (float)distinct[i] == (float)distinct[i - 1])
                shared++;
        }
        return shared > MostShared * distinct.Length ? new(distinct.Length, shared, distinct[first], distinct[first + 1]) : null;
    }

    static bool IsWhole(double[] values, out double largest)
    {
        largest = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            if (value != Math.Truncate(value))
                return false;
            largest = Math.Max(largest, Math.Abs(value));
        }
        return true;
    }

    /// <summary>Whether some half of the values lie within fewer singles. Some half, so that a zero for "unknown" hides nothing.</summary>
    static bool IsCrowded(ReadOnlySpan<double> distinct, long fewest)
    {
        var half = distinct.Length / 2;
        for (var i = 0; half > 0 && i + half < distinct.Length; i++)
            if (Order((float)distinct[i + half]) - Order((float)distinct[i]) < fewest)
                return true;
        return false;
    }

    /// <summary>Neighbouring singles have neighbouring numbers.</summary>
    static long Order(float value) => BitConverter.SingleToInt32Bits(value) is >= 0 and var bits ? bits : (long)int.MinValue - BitConverter.SingleToInt32Bits(value);

    static double[] Sampled(double[] values)
    {
        var sample = new double[Sample];
        for (var i = 0; i < Sample; i++)
            sample[i] = values[(int)((long)i * values.Length / Sample)];
        return sample;
    }

    static ReadOnlySpan<double> Different(double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        var count = 0;
        foreach (var value in sorted)
            if (count == 0 || sorted[count - 1] != value)
                sorted[count++] = value;
        return sorted.AsSpan(0, count);
    }
}
