using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kiln.Onnx.Compilation;

/// <inheritdoc/>
readonly struct Width256 : IMaskWidth
{
    public static void And(ref ulong masks, ref ushort numbers, ReadOnlySpan<nint> rows, ref uint survivors)
    {
        var (low, high) = (Vector256<uint>.AllBitsSet, Vector256<uint>.AllBitsSet);
        foreach (var row in rows)
        {
            ref var block = ref Unsafe.As<ulong, uint>(ref Unsafe.Add(ref masks, Unsafe.Add(ref numbers, row)));
            low &= Vector256.LoadUnsafe(ref block);
            high &= Vector256.LoadUnsafe(ref block, 8);
        }
        low.StoreUnsafe(ref survivors);
        high.StoreUnsafe(ref survivors, 8);
    }

    public static int CountBelow(ref float numbers, float value) =>
        Count(ref numbers, 0, Vector256.Create(value)) + Count(ref numbers, 8, Vector256.Create(value));

    static int Count(ref float numbers, nuint first, Vector256<float> value) =>
        BitOperations.PopCount(Vector256.LessThan(Vector256.LoadUnsafe(ref numbers, first), value).ExtractMostSignificantBits());
}
