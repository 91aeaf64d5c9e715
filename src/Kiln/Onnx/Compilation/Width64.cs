using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Onnx.Compilation;

/// <summary>Two words at once, where the machine has no vectors.</summary>
readonly struct Width64 : IMaskWidth
{
    public static void And(ref uint masks, ref ushort numbers, ReadOnlySpan<nint> rows, ref uint survivors)
    {
        var (a, b, c, d) = (ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        var (e, f, g, h) = (ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        foreach (var row in rows)
        {
            ref var block = ref Unsafe.Add(ref masks, Unsafe.Add(ref numbers, row) * IMaskWidth.Words);
            a &= Two(ref block, 0);
            b &= Two(ref block, 2);
            c &= Two(ref block, 4);
            d &= Two(ref block, 6);
            e &= Two(ref block, 8);
            f &= Two(ref block, 10);
            g &= Two(ref block, 12);
            h &= Two(ref block, 14);
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
