namespace Kiln.Onnx.Operators;

/// <summary>The elements that are not 0, found many at a time: of the vector of a text they are one in a hundred.</summary>
/// <param name="values">The elements.</param>
ref struct NonZeros(ReadOnlySpan<float> values)
{
    readonly ReadOnlySpan<float> _values = values;

    public int Current { get; private set; } = -1;

    public readonly NonZeros GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = Current + 1;
        // Where zeros are rare, asking for the next element costs less than asking for many.
        if (start < _values.Length && _values[start] != 0)
        {
            Current = start;
            return true;
        }
        var next = start < _values.Length ? _values[start..].IndexOfAnyExcept(0f) : -1;
        Current = start + next;
        return next >= 0;
    }
}
