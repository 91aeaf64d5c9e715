namespace Kiln.Onnx;

/// <summary>The values of one row while the graph is evaluated for it: scratch memory of one call, shared with nobody.</summary>
readonly ref struct Row(Span<float> numbers, Span<long> integers, Span<string> texts)
{
    readonly Span<float> _numbers = numbers;
    readonly Span<long> _integers = integers;
    readonly Span<string> _texts = texts;

    public ref float Number(int offset) => ref _numbers[offset];

    public ref string Text(int offset) => ref _texts[offset];

    public Span<float> Numbers(Slot slot) => _numbers.Slice(slot.Offset, slot.Length);

    public Span<long> Integers(Slot slot) => _integers.Slice(slot.Offset, slot.Length);

    /// <summary>Copies an element of one value to another of the same kind.</summary>
    public void Copy(Slot from, int index, Slot to, int place)
    {
        switch (from.Kind)
        {
            case SlotKind.Number: _numbers[to.Offset + place] = _numbers[from.Offset + index]; break;
            case SlotKind.Integer: _integers[to.Offset + place] = _integers[from.Offset + index]; break;
            default: _texts[to.Offset + place] = _texts[from.Offset + index]; break;
        }
    }

    public Span<string> Texts(Slot slot) => _texts.Slice(slot.Offset, slot.Length);
}
