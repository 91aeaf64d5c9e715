using System.Runtime.CompilerServices;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// Which interval of the sorted boundaries a number is in: how many of them are below it, or one more than there are where it is NaN. Found in two
/// steps of sixteen comparisons at once.
/// </summary>
readonly struct NumberCodes
{
    /// <summary>The last boundary of each group of sixteen but the last group, filled up with infinity; then the boundaries, filled up likewise.</summary>
    readonly AlignedNumbers<float> _numbers;
    readonly int _first;
    readonly int _missing;

    public NumberCodes(ReadOnlySpan<float> boundaries)
    {
        var groups = Math.Max(1, RoundUp(boundaries.Length) / IMaskWidth.Words);
        (_first, _missing) = (RoundUp(groups - 1), boundaries.Length + 1);
        var numbers = new float[_first + groups * IMaskWidth.Words];
        Array.Fill(numbers, float.PositiveInfinity);
        for (var group = 0; group < groups - 1; group++)
            numbers[group] = boundaries[group * IMaskWidth.Words + IMaskWidth.Words - 1];
        boundaries.CopyTo(numbers.AsSpan(_first));
        _numbers = new(numbers);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find<TWidth>(float value) where TWidth : IMaskWidth
    {
        ref var numbers = ref _numbers.First;
        var group = 0;
        for (var i = 0; i < _first; i += IMaskWidth.Words)
            group += TWidth.CountBelow(ref Unsafe.Add(ref numbers, i), value);
        group *= IMaskWidth.Words;
        var code = group + TWidth.CountBelow(ref Unsafe.Add(ref numbers, _first + group), value);
        return float.IsNaN(value) ? _missing : code;
    }

    static int RoundUp(int count) => (count + IMaskWidth.Words - 1) / IMaskWidth.Words * IMaskWidth.Words;
}
