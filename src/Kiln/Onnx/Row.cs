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

    public Span<string> Texts(Slot slot) => _texts.Slice(slot.Offset, slot.Length);
}
