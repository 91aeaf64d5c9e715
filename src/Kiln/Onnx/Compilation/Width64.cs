using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Onnx.Compilation;

/// <summary>Two words at once, where the machine has no vectors.</summary>
readonly struct Width64 : IMaskWidth
{
    public static void And(ref uint table, ReadOnlySpan<nint> rows, nint column, ref uint survivors)
    {
        for (nint word = 0; word < IMaskWidth.Words; word += 2)
        {
            var all = ulong.MaxValue;
            foreach (var row in rows)
                all &= Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref table, row + column + word)));
            Unsafe.WriteUnaligned(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref survivors, word)), all);
        }
    }

    public static int CountBelow(ref float numbers, float value)
    {
        var count = 0;
        foreach (var number in MemoryMarshal.CreateReadOnlySpan(ref numbers, IMaskWidth.Words))
            count += number < value ? 1 : 0;
        return count;
    }
}
