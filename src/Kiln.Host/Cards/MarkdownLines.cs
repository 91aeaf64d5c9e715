namespace Kiln.Host.Cards;

/// <summary>The lines of a Markdown file without its comments, which are HTML's; inside of a code block nothing is a comment, and nothing a heading.</summary>
static class MarkdownLines
{
    const string Begin = "<!--";

    const string End = "-->";

    /// <param name="unclosed">The line, from 1, of a comment that never ends and so takes the rest of the file with it; 0 where there is none.</param>
    /// <param name="unclosedCode">The line, from 1, of a code block that never ends; 0 where there is none. It is closed behind the last line, so that it takes nothing with it of what it is written into.</param>
    /// <returns>As many as the file has, each with whether it is code.</returns>
    public static IReadOnlyList<(string Text, bool IsCode)> Read(string markdown, out int unclosed, out int unclosedCode)
    {
        var lines = new List<(string, bool)>();
        var fence = "";
        (unclosed, unclosedCode) = (0, 0);
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (fence.Length > 0)
            {
                lines.Add((line, true));
                fence = line.Trim() is var end && end.StartsWith(fence, StringComparison.Ordinal) && end.Trim(fence[0]).Length == 0 ? "" : fence;
                if (fence.Length == 0)
                    unclosedCode = 0;
                continue;
            }
            var text = WithoutComments(line, lines.Count + 1, ref unclosed);
            fence = unclosed > 0 ? "" : FenceOf(text);
            lines.Add((text, fence.Length > 0));
            if (fence.Length > 0)
                unclosedCode = lines.Count;
        }
        if (fence.Length > 0)
            lines.Add((fence, true));
        return lines;
    }

    /// <summary>What opens a code block and closes it again: three or more backticks or tildes. Backticks that end in the same line are code within it.</summary>
    static string FenceOf(string line) => line.TrimStart() is ['`' or '~', ..] text && text.TakeWhile(c => c == text[0]).Count() is >= 3 and var length
        && line.Length - text.Length <= 3 && !(text[0] == '`' && text[length..].Contains('`')) ? text[..length] : "";

    static string WithoutComments(string line, int number, ref int opened)
    {
        var text = "";
        while (true)
        {
            var at = line.IndexOf(opened > 0 ? End : Begin, StringComparison.Ordinal);
            if (at < 0)
                return opened > 0 ? text : text + line;
            text += opened > 0 ? "" : line[..at];
            line = line[(at + (opened > 0 ? End : Begin).Length)..];
            opened = opened > 0 ? 0 : number;
        }
    }
}
