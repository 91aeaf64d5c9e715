using System.Text;

namespace Kiln.Host.Publishing;

/// <summary>A source file as bytes, with places as the C# compiler counts them.</summary>
static class SourceText
{
    /// <summary>Replaces one text at a place; encoding, byte order mark and line ends stay as they are.</summary>
    /// <param name="source">The file.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1, in UTF-16.</param>
    /// <param name="old">What stands there.</param>
    /// <param name="now">What is to stand there.</param>
    /// <returns>Null where something else stands there.</returns>
    public static byte[]? Replace(byte[] source, int line, int column, string old, string now)
    {
        var (encoding, mark) = EncodingOf(source);
        var text = encoding.GetString(source, mark, source.Length - mark);
        if (StartOf(text, line) is not { } start || start + column - 1 is var at && (at > text.Length || !text.AsSpan(at).StartsWith(old, StringComparison.Ordinal)))
            return null;
        var from = mark + encoding.GetByteCount(text.AsSpan(0, at));
        return [.. source.AsSpan(0, from), .. encoding.GetBytes(now), .. source.AsSpan(from + encoding.GetByteCount(old))];
    }

    /// <summary>The index of a line's first character; null where there are not so many.</summary>
    static int? StartOf(string text, int line)
    {
        var at = 0;
        for (var passed = 1; passed < line; passed++)
        {
            var end = text.AsSpan(at).IndexOfAny("\r\n\u0085\u2028\u2029");
            if (end < 0)
                return null;
            at += end;
            at += text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;
        }
        return at;
    }

    /// <summary>By the byte order mark; UTF-8 without one, and a code page of single bytes where it is not that.</summary>
    static (Encoding Encoding, int Mark) EncodingOf(byte[] source)
    {
        foreach (var marked in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            if (source.AsSpan().StartsWith(marked.Preamble))
                return (marked, marked.Preamble.Length);
        return System.Text.Unicode.Utf8.IsValid(source) ? (Encoding.UTF8, 0) : (Encoding.Latin1, 0);
    }
}
