using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Onnx.Compilation;

/// <summary>Numbers that begin with a cache line and never move, so that 64 bytes are one line and not parts of two.</summary>
readonly struct AlignedNumbers<T> where T : unmanaged
{
    const int Line = 64;

    readonly T[] _numbers;
    readonly int _first;

    public AlignedNumbers(ReadOnlySpan<T> numbers)
    {
        _numbers = GC.AllocateArray<T>(numbers.Length + Line / Unsafe.SizeOf<T>(), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_numbers, 0);
        _first = (int)((-address & Line - 1) / Unsafe.SizeOf<T>());
        numbers.CopyTo(_numbers.AsSpan(_first));
    }

    public ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_numbers), _first);
    }
}
