using System.Numerics;

namespace Kiln.Host.Data.Values;

/// <summary>A column's numbers in ascending order, without the missing ones.</summary>
abstract class SortedNumbers : IDisposable
{
    public abstract int Count { get; }

    /// <summary>How many different ones there are; a negative zero is no other one than zero.</summary>
    public abstract long Distinct { get; }

    /// <summary>NaN where there are none.</summary>
    public abstract double Mean { get; }

    /// <summary>The number at a place, from 0.</summary>
    public abstract double this[int place] { get; }

    /// <param name="values">NaN where they are missing; they stay as they are.</param>
    public static SortedNumbers Sort(ReadOnlySpan<double> values) =>
        ScaledNumbers.TrySort(values) is { } scaled ? scaled : new FloatingNumbers(values);

    /// <summary>The first place from a start on whose number is not wanted; those that are wanted stand before all others.</summary>
    public int End(int start, Func<double, bool> isWanted)
    {
        var end = Count;
        while (start < end)
        {
            var middle = start + (end - start) / 2;
            (start, end) = isWanted(this[middle]) ? (middle + 1, end) : (start, middle);
        }
        return start;
    }

    public abstract void Dispose();

    protected static long CountDifferent<T>(ReadOnlySpan<T> sorted) where T : IEqualityOperators<T, T, bool>
    {
        var different = Math.Min(sorted.Length, 1L);
        for (var i = 1; i < sorted.Length; i++)
            different += sorted[i] == sorted[i - 1] ? 0 : 1;
        return different;
    }
}
