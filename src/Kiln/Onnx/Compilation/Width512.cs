using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kiln.Onnx.Compilation;

/// <inheritdoc/>
readonly struct Width512 : IMaskWidth
{
    public static void And(ref ulong masks, ref ushort numbers, ReadOnlySpan<nint> rows, ref uint survivors)
    {
        var all = Vector512<uint>.AllBitsSet;
        foreach (var row in rows)
            all &= Vector512.LoadUnsafe(ref Unsafe.As<ulong, uint>(ref Unsafe.Add(ref masks, Unsafe.Add(ref numbers, row))));
        all.StoreUnsafe(ref survivors);
    }

    public static int CountBelow(ref float numbers, float value) => Count(ref numbers, Vector512.Create(value));

    static int Count(ref float numbers, Vector512<float> value) =>
        BitOperations.PopCount(Vector512.LessThan(Vector512.LoadUnsafe(ref numbers), value).ExtractMostSignificantBits());
}
