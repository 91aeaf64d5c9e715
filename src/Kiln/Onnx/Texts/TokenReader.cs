using System.Text;

namespace Kiln.Onnx.Texts;

/// <summary>Cuts a text into tokens from its start to its end.</summary>
/// <param name="text">The text.</param>
/// <param name="isWords">Whether tokens are words; else single characters (Unicode scalar values).</param>
ref struct TokenReader(ReadOnlySpan<char> text, bool isWords)
{
    /// <summary>
    /// Words as ONNX Runtime is told to find them: what no blank and no sign comes between. The signs are listed, in ASCII and in the blocks Latin-1
    /// Supplement, General Punctuation and CJK Symbols and Punctuation, because classes such as \w follow another version of Unicode, or none, wherever they
    /// are asked for.
    /// </summary>
    public const string Words = @"[^\x00-/:-@\[-`{-\x{BF}\x{2000}-\x{206F}\x{3000}-\x{303F}]+";

    ReadOnlySpan<char> _rest = text;

    /// <param name="token">The next token, where there is one.</param>
    public bool TryRead(out ReadOnlySpan<char> token)
    {
        var start = 0;
        while (isWords && start < _rest.Length && IsSeparator(_rest[start]))
            start++;
        var end = start;
        if (isWords)
            while (end < _rest.Length && !IsSeparator(_rest[end]))
                end++;
        else if (start < _rest.Length)
            end += CharacterLength(_rest);
        token = _rest[start..end];
        _rest = _rest[end..];
        return token.Length > 0;
    }

    static int CharacterLength(ReadOnlySpan<char> text)
    {
        if (!char.IsSurrogate(text[0]))
            return 1;
        Rune.DecodeFromUtf16(text, out _, out var length);
        return length;
    }

    static bool IsSeparator(char c) => c switch
    {
        >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' => false,
        <= '\u00BF' => true,
        >= '\u2000' and <= '\u206F' or >= '\u3000' and <= '\u303F' => true,
        _ => false,
    };
}
