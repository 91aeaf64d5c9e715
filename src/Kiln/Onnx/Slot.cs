namespace Kiln.Onnx;

/// <summary>What a value of the graph holds while a row is evaluated. Integers of every size and truth values are <c>long</c>.</summary>
enum SlotKind
{
    Number,
    Integer,
    Text,
}

/// <summary>Where a value of the graph lies in a <see cref="Row"/>.</summary>
/// <param name="Kind">Which of the row's arrays it lies in.</param>
/// <param name="Offset">Its first element there.</param>
/// <param name="Length">How many elements one row has.</param>
/// <param name="Inner">The length of the last axis where a row has two axes, else 1.</param>
sealed record Slot(SlotKind Kind, int Offset, int Length, int Inner = 1);
