using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kiln.Onnx.Compilation;

/// <inheritdoc/>
readonly struct Width128 : IMaskWidth
{
    public static void And(ref uint table, ReadOnlySpan<nint> rows, nint column, ref uint survivors)
    {
        var (a, b, c, d) = (Vector128<uint>.AllBitsSet, Vector128<uint>.AllBitsSet, Vector128<uint>.AllBitsSet, Vector128<uint>.AllBitsSet);
        foreach (var row in rows)
        {
            a &= Vector128.LoadUnsafe(ref table, (nuint)(row + column));
            b &= Vector128.LoadUnsafe(ref table, (nuint)(row + column + 4));
            c &= Vector128.LoadUnsafe(ref table, (nuint)(row + column + 8));
            d &= Vector128.LoadUnsafe(ref table, (nuint)(row + column + 12));
        }
        a.StoreUnsafe(ref survivors);
        b.StoreUnsafe(ref survivors, 4);
        c.StoreUnsafe(ref survivors, 8);
        d.StoreUnsafe(ref survivors, 12);
    }

    public static int CountBelow(ref float numbers, float value)
    {
        var than = Vector128.Create(value);
        return Count(ref numbers, 0, than) + Count(ref numbers, 4, than) + Count(ref numbers, 8, than) + Count(ref numbers, 12, than);
    }

    static int Count(ref float numbers, nuint first, Vector128<float> value) =>
        BitOperations.PopCount(Vector128.LessThan(Vector128.LoadUnsafe(ref numbers, first), value).ExtractMostSignificantBits());
}
