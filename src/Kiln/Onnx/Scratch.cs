using System.Buffers;

namespace Kiln.Onnx;

/// <summary>Memory for one call, rented with the graph's constants in place.</summary>
readonly ref struct Scratch
{
    readonly float[] _numbers;
    readonly long[] _integers;
    readonly string[] _texts;

    public Scratch(ReadOnlySpan<float> numbers, ReadOnlySpan<long> integers, ReadOnlySpan<string> texts)
    {
        _numbers = Rent(numbers);
        _integers = Rent(integers);
        _texts = Rent(texts);
        Row = new(_numbers, _integers, _texts);
    }

    public Row Row { get; }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_numbers);
        ArrayPool<long>.Shared.Return(_integers);
        ArrayPool<string>.Shared.Return(_texts, clearArray: true);
    }

    static T[] Rent<T>(ReadOnlySpan<T> initial)
    {
        var rented = ArrayPool<T>.Shared.Rent(initial.Length);
        initial.CopyTo(rented);
        return rented;
    }
}
