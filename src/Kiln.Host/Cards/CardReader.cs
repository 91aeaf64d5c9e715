using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Cards;

/// <summary>
/// Reads a card as people write Markdown: fields in any order and at any level, with sections of their own between them. What it cannot make sense of
/// is told and keeps no model from being built.
/// </summary>
static class CardReader
{
    /// <param name="path">Full path of the card.</param>
    /// <param name="say">Gets a warning for what was not meant so.</param>
    public static Card Read(string path, Action<Diagnostic> say)
    {
        if (!Path.Exists(path))
            return new(path, false, "", []);
        try
        {
            return Parse(path, File.ReadAllText(path), say);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            say(Warning(path, 0, $"the model card cannot be read: {e.Message.TrimEnd('.')}; all its fields count as open until it can"));
            return new(path, true, "", []);
        }
    }

    static Card Parse(string path, string markdown, Action<Diagnostic> say)
    {
        var lines = MarkdownLines.Read(markdown, out var unclosed, out var unclosedCode);
        if (unclosed > 0)
            say(Warning(path, unclosed, "a comment begins here and never ends, so that all below it is a part of it; close it with -->"));
        if (unclosedCode > 0)
            say(Warning(path, unclosedCode, "a code block begins here and never ends, so that all below it is a part of it; close it with a line of as many ` or ~"));
        var (introduction, below) = ("", new List<string>());
        var (heading, line) = ((string?)null, 0);
        var sections = new List<CardSection>();
        var titled = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, isCode) = lines[i];
            if (isCode || HeadingOf(text) is not ({ } name, var level) || (level > 2 && !IsField(name)))
                below.Add(text);
            else if (level == 1 && !titled && heading is null && !IsField(name))
                titled = true;
            else
            {
                Close();
                (heading, line) = (name, i + 1);
            }
        }
        Close();
        var card = new Card(path, true, introduction, sections);
        foreach (var section in card.Own)
            if (Nearest.Find(section.Heading, card.Open.Where(field => !sections.Exists(one => one.IsOf(field))).Select(field => field.Name)) is { } near)
                say(Warning(path, section.Line, $"'{section.Heading}' is no field of a model card, so '{near}' counts as open; write ## {near} if that is meant"));
        return card;

        void Close()
        {
            var text = string.Join('\n', below).Trim('\n', ' ', '\t');
            if (heading is null)
                introduction = text;
            else
                sections.Add(new(heading, line, text));
            below.Clear();
        }
    }

    static bool IsField(string heading) => CardField.All.Any(field => string.Equals(field.Name, heading, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where the line is none.</summary>
    static (string? Name, int Level) HeadingOf(string line)
    {
        var text = line.TrimStart(' ');
        var level = text.TakeWhile(c => c == '#').Count();
        return level is 0 or > 6 || line.Length - text.Length > 3 || (text.Length > level && text[level] is not (' ' or '\t')) ? default
            : (text[level..].Trim().TrimEnd('#').Trim(), level);
    }

    static Diagnostic Warning(string path, int line, string message) => new(path, line, 1, Ids.CardNotAsMeant, message, IsWarning: true);
}
