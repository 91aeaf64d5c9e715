namespace Kiln.Onnx;

/// <summary>The values of one row while the graph is evaluated for it: scratch memory of one call, shared with nobody.</summary>
readonly ref struct Row(Span<float> numbers, Span<long> integers, Span<string> texts)
{
    readonly Span<float> numbers = numbers;
    readonly Span<long> integers = integers;
    readonly Span<string> texts = texts;

    public Span<float> Numbers(Slot slot) => numbers.Slice(slot.Offset, slot.Length);

    public Span<long> Integers(Slot slot) => integers.Slice(slot.Offset, slot.Length);

    public Span<string> Texts(Slot slot) => texts.Slice(slot.Offset, slot.Length);
}
