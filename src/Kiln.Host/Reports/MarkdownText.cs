using System.Text.RegularExpressions;

namespace Kiln.Host.Reports;

/// <summary>
/// What comes from the data, a contract or a message, as text in Markdown, of a table too: one line that says what it says, with no markup, no link and
/// no picture, and that calls nobody. The one escape of all that is written as Markdown; only what authors write in Markdown is not passed through it.
/// </summary>
static partial class MarkdownText
{
    /// <summary>Takes no place, and parts what a server would make a link of: build servers look for those in the text that is shown, where no backslash is left.</summary>
    const string Apart = "&#8203;";

    public static string Escape(string text) => Special().Replace(Line(text), found => found.Value switch
    {
        "<" => "&lt;",
        "&" => "&amp;",
        "@" or "#" or "!" => found.Value + Apart,
        ":" => ":" + Apart,
        "]" => "]\\",
        ['w' or 'W', ..] www => www + Apart,
        var sign => char.IsDigit(sign[0]) ? $"{sign[..^1]}\\{sign[^1]}" : "\\" + sign,
    });

    /// <summary>As code, outside of tables.</summary>
    public static string Code(string text)
    {
        var line = Line(text);
        var fence = new string('`', Ticks().Matches(line).Select(run => run.Length).DefaultIfEmpty(0).Max() + 1);
        var space = line.Length == 0 || line[0] == '`' || line[^1] == '`' ? " " : "";
        return fence + space + line + space + fence;
    }

    static string Line(string text) => text.ReplaceLineEndings(" ").Trim();

    /// <remarks>
    /// In this order: a backslash that would escape something; markup; a line of two underscores' emphasis, which none has inside of a word; what begins
    /// a tag or an entity; what makes a link of the brackets before it; mentions, and numbers of issues and requests; addresses; and at the
    /// beginning what makes a heading, a quotation, a list or a line.
    /// </remarks>
    [GeneratedRegex(@"\\(?=[!-/:-@\[-`{-~]|\z)|[`*~$|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<|&(?=#?\w+;)|\](?=[(:\[])|@(?=\w)|[#!](?=\d)|:(?=//)|www(?=\.)|\A(?:>|[-+=](?=[-=]*(?:\s|\z))|#(?=#*(?:\s|\z))|\d{1,9}[.)](?=\s|\z))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();
}
