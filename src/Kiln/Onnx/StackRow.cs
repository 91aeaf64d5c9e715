using System.Runtime.CompilerServices;

namespace Kiln.Onnx;

/// <summary>How much of a row may lie on the stack: less than a kilobyte, which most graphs need no more than once they are compiled.</summary>
static class StackRow
{
    public const int Numbers = 64;

    public const int Integers = 8;

    public const int Texts = 8;

    [InlineArray(Texts)]
    public struct TextBuffer
    {
        string _first;
    }
}
