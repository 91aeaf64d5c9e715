using System.Globalization;
using System.Text;

namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>Writes HTML and SVG. Every text and every attribute is escaped here and nowhere else, so that what data hold is text and nothing more.</summary>
sealed class Markup
{
    readonly StringBuilder _text = new();
    readonly Stack<string> _open = [];
    int _ids;

    /// <summary>A name that no other element of the page has.</summary>
    public string NextId() => $"i{++_ids}";

    public Markup Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes).Append('>');
        _open.Push(element);
        return this;
    }

    public Markup Close()
    {
        var element = _open.Pop();
        _text.Append("</").Append(element).Append('>');
        // A line for each block, for whoever compares two reports.
        if (element is not ("a" or "b" or "code" or "td" or "th" or "span" or "title"))
            _text.Append('\n');
        return this;
    }

    /// <summary>An element that holds only a text.</summary>
    public Markup Leaf(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) => Open(element, attributes).Text(text).Close();

    /// <summary>An element that holds nothing.</summary>
    public Markup Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes).Append("/>");
        return this;
    }

    /// <summary>A mark of a drawing; what it stands for is shown when a pointer rests on it.</summary>
    public Markup Mark(string element, string tip, params ReadOnlySpan<(string Name, string Value)> attributes) => Open(element, attributes).Leaf("title", tip).Close();

    public Markup Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>The style sheet, which is ours.</summary>
    public Markup Style(string sheet)
    {
        _text.Append("<style>").Append(sheet).Append("</style>\n");
        return this;
    }

    /// <summary>A coordinate.</summary>
    public static string At(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    public override string ToString() => "<!DOCTYPE html>\n" + _text;

    StringBuilder Start(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
        return _text;
    }

    void Escape(string text)
    {
        foreach (var c in text)
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                // Half a character, and what turns the direction of the text around it.
                (< ' ' and not '\n') or '\u007f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => _text.Append('\ufffd'),
                _ => _text.Append(c),
            };
    }
}
