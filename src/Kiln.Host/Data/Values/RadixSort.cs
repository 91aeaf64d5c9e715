using System.Buffers;
using System.Runtime.InteropServices;

namespace Kiln.Host.Data.Values;

/// <summary>
/// Sorts 64-bit numbers digit by digit, a byte each, the lowest first (Knuth, The Art of Computer Programming 3, 5.2.5): three times as fast
/// as comparing them where there are hundreds of thousands. Equal ones stay in their order.
/// </summary>
static class RadixSort
{
    const int Digits = sizeof(ulong);
    const int Radix = 256;

    /// <summary>Fewer are sorted as well by comparing them.</summary>
    const int Few = 4096;

    public static void Sort(Span<ulong> keys)
    {
        if (keys.Length < Few)
            keys.Sort();
        else
            Sort(keys, default);
    }

    /// <param name="items">Move with their keys.</param>
    public static void Sort(Span<ulong> keys, Span<int> items)
    {
        var (roomForKeys, roomForItems) = (ArrayPool<ulong>.Shared.Rent(keys.Length), ArrayPool<int>.Shared.Rent(items.Length));
        Sort(keys, items, roomForKeys.AsSpan(0, keys.Length), roomForItems.AsSpan(0, items.Length));
        ArrayPool<ulong>.Shared.Return(roomForKeys);
        ArrayPool<int>.Shared.Return(roomForItems);
    }

    static void Sort(Span<ulong> keys, Span<int> items, Span<ulong> otherKeys, Span<int> otherItems)
    {
        var counts = Count(keys);
        var isMoved = false;
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = counts.AsSpan(digit * Radix, Radix);
            // All have the same.
            if (starts.Contains(keys.Length))
                continue;
            for (int i = 0, start = 0; i < Radix; i++)
                (starts[i], start) = (start, start + starts[i]);
            Move(keys, items, otherKeys, otherItems, starts, digit * 8);
            var sortedKeys = otherKeys;
            var sortedItems = otherItems;
            otherKeys = keys;
            otherItems = items;
            keys = sortedKeys;
            items = sortedItems;
            isMoved = !isMoved;
        }
        if (!isMoved)
            return;
        keys.CopyTo(otherKeys);
        items.CopyTo(otherItems);
    }

    /// <param name="values">Numbers, none of them NaN.</param>
    public static void Sort(Span<double> values)
    {
        if (values.Length < Few)
        {
            values.Sort();
            return;
        }
        // As whole numbers the positive ones are ordered by their bits, and the negative ones, whose bits are turned around, come before them.
        var keys = MemoryMarshal.Cast<double, ulong>(values);
        foreach (ref var key in keys)
            key ^= (ulong)((long)key >> 63) | 1UL << 63;
        Sort(keys, default);
        foreach (ref var key in keys)
            key ^= (ulong)((long)~key >> 63) | 1UL << 63;
    }

    /// <summary>How often each byte occurs at each place.</summary>
    static int[] Count(ReadOnlySpan<ulong> keys)
    {
        var counts = new int[Digits * Radix];
        foreach (var key in keys)
            for (var digit = 0; digit < Digits; digit++)
                counts[digit * Radix + (int)(key >> digit * 8 & Radix - 1)]++;
        return counts;
    }

    static void Move(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> items, Span<ulong> toKeys, Span<int> toItems, Span<int> starts, int shift)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var place = starts[(int)(keys[i] >> shift & Radix - 1)]++;
            toKeys[place] = keys[i];
            if (items.Length > 0)
                toItems[place] = items[i];
        }
    }
}
