using Kiln.Onnx.Texts;

namespace Kiln.Onnx;

/// <summary>The tokens of a text, which are read off it whenever they are needed: how many there are differs from row to row.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsWords">Whether tokens are words, or single characters.</param>
/// <param name="Numbers">The tokens' numbers; null before they have any.</param>
sealed record TokenSequence(Slot Text, bool IsWords, TermTable? Numbers)
{
    public TokenReader Read(Row row) => new(row.Texts(Text)[0], IsWords);
}
