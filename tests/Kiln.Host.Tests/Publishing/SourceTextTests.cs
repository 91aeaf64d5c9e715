using System.Text;
using Kiln.Host.Publishing;

namespace Kiln.Host.Tests.Publishing;

/// <summary>One literal is replaced, and no other byte of the file.</summary>
public sealed class SourceTextTests
{
    const string Source = "// ünï 日本\r\nusing Kiln;\n\u2028\r[Model(\"größe\", Version = \"1.9.0\")] // 1.9.0\n";
    const int Line = 5;

    static readonly int Column = "[Model(\"größe\", Version = \"1".Length - 1;

    static readonly Encoding[] Encodings = [new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Encodings.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void Encoding_mark_and_line_ends_stay(int index)
    {
        var encoding = Encodings[index];
        var source = index == 4 ? Source.Replace(" 日本", "").Replace("\u2028", "\n") : Source;
        byte[] Bytes(string text) => [.. encoding.Preamble, .. encoding.GetBytes(text)];

        Assert.Equal(Bytes(source.Replace("\"1.9.0\"", "\"1.10.0\"")), SourceText.Replace(Bytes(source), Line, Column, "\"1.9.0\"", "\"1.10.0\""));
    }

    [Theory]
    [InlineData(Line, 1)]
    [InlineData(Line, 500)]
    [InlineData(2, 2)]
    [InlineData(50, 1)]
    public void Where_something_else_stands_nothing_is_replaced(int line, int column) =>
        Assert.Null(SourceText.Replace(Encoding.UTF8.GetBytes(Source), line, column, "\"1.9.0\"", "\"1.10.0\""));
}
