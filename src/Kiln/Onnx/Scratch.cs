using System.Buffers;

namespace Kiln.Onnx;

/// <summary>Memory for one call, rented with the graph's constants in place.</summary>
readonly ref struct Scratch
{
    readonly float[] numbers;
    readonly long[] integers;
    readonly string[] texts;

    public Scratch(ReadOnlySpan<float> numbers, ReadOnlySpan<long> integers, ReadOnlySpan<string> texts)
    {
        this.numbers = Rent(numbers);
        this.integers = Rent(integers);
        this.texts = Rent(texts);
        Row = new(this.numbers, this.integers, this.texts);
    }

    public Row Row { get; }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(numbers);
        ArrayPool<long>.Shared.Return(integers);
        ArrayPool<string>.Shared.Return(texts, clearArray: true);
    }

    static T[] Rent<T>(ReadOnlySpan<T> initial)
    {
        var rented = ArrayPool<T>.Shared.Rent(initial.Length);
        initial.CopyTo(rented);
        return rented;
    }
}
