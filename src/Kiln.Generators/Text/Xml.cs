using System.Globalization;
using System.Text;

namespace Kiln.Generators.Text;

/// <summary>Puts any text into a doc comment: on one line, escaped, and without the characters XML has no way to write.</summary>
static class Xml
{
    public static string Escape(string text)
    {
        var xml = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            _ = text[i] switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' => xml.Append(' '),
                _ when char.IsSurrogatePair(text, i) => xml.Append(text[i++]).Append(text[i]),
                < ' ' or (>= '\uD800' and <= '\uDFFF') or '\uFFFE' or '\uFFFF' =>
                    xml.Append("\\u").Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture)),
                _ => xml.Append(text[i]),
            };
        return xml.ToString();
    }

    /// <summary>The text as code, in quotation marks where a reader could not see it otherwise.</summary>
    public static string Code(string text) =>
        text.Length == 0 || text.Trim().Length < text.Length ? $"<c>\"{Escape(text)}\"</c>" : $"<c>{Escape(text)}</c>";
}
