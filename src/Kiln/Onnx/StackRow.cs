using System.Runtime.CompilerServices;

namespace Kiln.Onnx;

/// <summary>How much of a row may lie on the stack: a kilobyte, and less than half of that for most graphs once they are compiled.</summary>
static class StackRow
{
    public const int FewNumbers = 64;

    public const int Numbers = 256;

    public const int Integers = 8;

    public const int Texts = 8;

    [InlineArray(Texts)]
    public struct TextBuffer
    {
        string _first;
    }
}
