using System.Buffers;

namespace Kiln.Host.Data.Values;

/// <summary>Numbers of any size and as many decimals as there may be.</summary>
sealed class FloatingNumbers : SortedNumbers
{
    readonly double[] _sorted;

    public FloatingNumbers(ReadOnlySpan<double> values)
    {
        _sorted = ArrayPool<double>.Shared.Rent(values.Length);
        var count = 0;
        foreach (var value in values)
            if (!double.IsNaN(value))
                _sorted[count++] = value;
        Count = count;
        RadixSort.Sort(Values);
    }

    public override int Count { get; }

    public override double this[int place] => _sorted[place];

    public override long Distinct => CountDifferent<double>(Values);

    /// <summary>Neumaier's sum, so that a million small values beside a large one still count.</summary>
    public override double Mean
    {
        get
        {
            var (sum, lost) = (0.0, 0.0);
            foreach (var value in Values)
            {
                // Divided first: the sum of finite values can be too large for a double.
                var share = value / Count;
                var next = sum + share;
                lost += Math.Abs(sum) >= Math.Abs(share) ? sum - next + share : share - next + sum;
                sum = next;
            }
            return sum + lost;
        }
    }

    Span<double> Values => _sorted.AsSpan(0, Count);

    public override void Dispose() => ArrayPool<double>.Shared.Return(_sorted);
}
