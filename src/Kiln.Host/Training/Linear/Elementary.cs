namespace Kiln.Host.Training.Linear;

/// <summary>
/// Exponential and logarithm from additions, multiplications and divisions in one order. Those are the same bits on every processor, which
/// <see cref="Math"/> does not promise: it asks the C library, and that has other code for every platform and for processors with FMA.
/// </summary>
static class Elementary
{
    // ln 2 in two parts: the first has trailing zeros, so that a multiple of it by a small whole number is exact.
    const double Ln2High = 6.93147180369123816490e-01;
    const double Ln2Low = 1.90821492927058770002e-10;

    // Beyond it the result is no normal number.
    const double Largest = 708;

    // Of the series e^r for |r| <= ln(2)/2, and of the one for log on [sqrt(1/2), sqrt(2)]: what comes after is below half a bit.
    const int ExpTerms = 14;
    const int LogTerms = 11;

    public static double Exp(double x)
    {
        if (x < -Largest)
            return 0;
        if (x > Largest)
            return double.PositiveInfinity;
        var power = Math.Round(x / (Ln2High + Ln2Low));
        var rest = x - power * Ln2High - power * Ln2Low;
        var sum = 1.0;
        for (var term = ExpTerms; term > 0; term--)
            sum = 1 + rest * sum / term;
        return sum * PowerOfTwo((int)power);
    }

    /// <param name="x">At least 1.</param>
    public static double Log(double x)
    {
        var power = (int)(BitConverter.DoubleToInt64Bits(x) >> 52) - 1023;
        var mantissa = x / PowerOfTwo(power);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            power++;
        }
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var term = LogTerms; term >= 0; term--)
            sum = sum * square + 1.0 / (2 * term + 1);
        return power * Ln2High + (power * Ln2Low + 2 * s * sum);
    }

    static double PowerOfTwo(int power) => BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);
}
