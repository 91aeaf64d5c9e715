using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kiln.Onnx.Compilation;

/// <inheritdoc/>
readonly struct Width128 : IMaskWidth
{
    public static void And(ref ulong masks, ref ushort numbers, ReadOnlySpan<nint> rows, ref uint survivors)
    {
        var (a, b, c, d) = (Vector128<uint>.AllBitsSet, Vector128<uint>.AllBitsSet, Vector128<uint>.AllBitsSet, Vector128<uint>.AllBitsSet);
        foreach (var row in rows)
        {
            ref var block = ref Unsafe.As<ulong, uint>(ref Unsafe.Add(ref masks, Unsafe.Add(ref numbers, row)));
            a &= Vector128.LoadUnsafe(ref block);
            b &= Vector128.LoadUnsafe(ref block, 4);
            c &= Vector128.LoadUnsafe(ref block, 8);
            d &= Vector128.LoadUnsafe(ref block, 12);
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
