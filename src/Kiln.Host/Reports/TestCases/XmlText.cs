using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kiln.Host.Reports.TestCases;

/// <summary>How the files of test results are written: the same on every machine.</summary>
static class XmlText
{
    public static string Write(XElement root)
    {
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize }))
            root.Save(writer);
        return text.Append('\n').ToString();
    }

    /// <summary>Without the characters that no XML may hold.</summary>
    public static string Clean(string text) => new([.. text.Where((c, i) => XmlConvert.IsXmlChar(c)
        || char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) || char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]))]);

    sealed class Utf8Writer() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public StringBuilder Append(char c) => GetStringBuilder().Append(c);
    }
}
