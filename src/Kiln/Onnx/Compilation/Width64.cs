using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Onnx.Compilation;

/// <summary>Two words at once, where the machine has no vectors.</summary>
readonly struct Width64 : IMaskWidth
{
    public static void And(ref ulong masks, ref ushort numbers, ReadOnlySpan<nint> rows, ref uint survivors)
    {
        var (a, b, c, d) = (ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        var (e, f, g, h) = (ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        foreach (var row in rows)
        {
            ref var block = ref Unsafe.Add(ref masks, Unsafe.Add(ref numbers, row));
            a &= block;
            b &= Unsafe.Add(ref block, 1);
            c &= Unsafe.Add(ref block, 2);
            d &= Unsafe.Add(ref block, 3);
            e &= Unsafe.Add(ref block, 4);
            f &= Unsafe.Add(ref block, 5);
            g &= Unsafe.Add(ref block, 6);
            h &= Unsafe.Add(ref block, 7);
        }
        Two(ref survivors, 0) = a;
        Two(ref survivors, 2) = b;
        Two(ref survivors, 4) = c;
        Two(ref survivors, 6) = d;
        Two(ref survivors, 8) = e;
        Two(ref survivors, 10) = f;
        Two(ref survivors, 12) = g;
        Two(ref survivors, 14) = h;
    }

    public static int CountBelow(ref float numbers, float value)
    {
        var count = 0;
        foreach (var number in MemoryMarshal.CreateReadOnlySpan(ref numbers, IMaskWidth.Words))
            count += number < value ? 1 : 0;
        return count;
    }

    static ref ulong Two(ref uint words, int first) => ref Unsafe.As<uint, ulong>(ref Unsafe.Add(ref words, first));
}
