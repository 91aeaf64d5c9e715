using System.Buffers;

namespace Kiln.Host.Data.Values;

/// <summary>
/// Numbers of few decimals, as measured and counted ones are: whole numbers of tenths, hundredths and so on. These are half as long and often of a small
/// range, so that two or three turns sort them (as <see cref="RadixSort"/> does) where the numbers themselves would take eight.
/// </summary>
sealed class ScaledNumbers : SortedNumbers
{
    const int DigitBits = 11;
    const int Radix = 1 << DigitBits;

    /// <summary>So that the distance between two is a whole number of as many bits.</summary>
    const int Largest = int.MaxValue / 2;

    static readonly double[] Scales = [1, 10, 100, 1_000, 10_000];

    readonly double _scale;
    readonly int _min;
    uint[] _sorted;

    ScaledNumbers(double scale, uint[] numbers, int count)
    {
        (_scale, _sorted, Count) = (scale, numbers, count);
        var (min, max) = (int.MaxValue, int.MinValue);
        foreach (var number in Numbers)
            (min, max) = (Math.Min(min, (int)number), Math.Max(max, (int)number));
        foreach (ref var number in Numbers)
            number = (uint)((int)number - min);
        _min = min;
        Sort((uint)(max - min));
    }

    public override int Count { get; }

    public override double this[int place] => (int)(_sorted[place] + _min) / _scale;

    public override long Distinct => CountDifferent<uint>(Numbers);

    public override double Mean
    {
        get
        {
            var sum = 0L;
            foreach (var number in Numbers)
                sum += number;
            return (sum + (double)_min * Count) / Count / _scale;
        }
    }

    Span<uint> Numbers => _sorted.AsSpan(0, Count);

    /// <returns>Null where one has more decimals or is too large.</returns>
    public static ScaledNumbers? TrySort(ReadOnlySpan<double> values)
    {
        var numbers = ArrayPool<uint>.Shared.Rent(values.Length);
        foreach (var scale in Scales)
            if (TryScale(values, scale, numbers, out var count))
                return new(scale, numbers, count);
        ArrayPool<uint>.Shared.Return(numbers);
        return null;
    }

    static bool TryScale(ReadOnlySpan<double> values, double scale, uint[] numbers, out int count)
    {
        count = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            var scaled = Math.Round(value * scale);
            var number = Math.Abs(scaled) < Largest ? (int)scaled : 0;
            // Divided again it is the number itself, so nothing is lost; of a negative zero the sign would be.
            if (BitConverter.DoubleToInt64Bits(number / scale) != BitConverter.DoubleToInt64Bits(value))
                return false;
            numbers[count++] = (uint)number;
        }
        return true;
    }

    void Sort(uint range)
    {
        var (from, to) = (_sorted, ArrayPool<uint>.Shared.Rent(Count));
        Span<int> starts = stackalloc int[Radix];
        for (var shift = 0; shift < 32 && range >> shift > 0; shift += DigitBits)
        {
            starts.Clear();
            foreach (var number in from.AsSpan(0, Count))
                starts[(int)(number >> shift & Radix - 1)]++;
            for (int i = 0, start = 0; i < Radix; i++)
                (starts[i], start) = (start, start + starts[i]);
            foreach (var number in from.AsSpan(0, Count))
                to[starts[(int)(number >> shift & Radix - 1)]++] = number;
            (from, to) = (to, from);
        }
        _sorted = from;
        ArrayPool<uint>.Shared.Return(to);
    }

    public override void Dispose() => ArrayPool<uint>.Shared.Return(_sorted);
}
