using System.Text;

namespace Kiln.Host.Tests.Data.Mutations;

/// <summary>
/// The judge: a second reader of delimited text, as RFC 4180 has it, with what else files have that everybody reads alike (a byte order mark, any
/// line end, blank lines, blanks around fields). It shares nothing with the one that is judged, and refuses whatever is not plain.
/// </summary>
static class DelimitedText
{
    /// <summary>The header and the rows, each as wide as it; null where the bytes are no such text.</summary>
    public static List<string[]>? Read(byte[] bytes, char delimiter, char escape = '"')
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        var rows = new List<string[]>();
        var fields = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (ReadField(text, ref at, delimiter, escape) is not { } field)
                return null;
            fields.Add(field);
            if (at < text.Length && text[at++] == delimiter)
            {
                if (at == text.Length)
                    fields.Add("");
                else
                    continue;
            }
            if (at < text.Length && text[at - 1] == '\r' && text[at] == '\n')
                at++;
            if (fields is not [""])
                rows.Add([.. fields]);
            fields.Clear();
        }
        // A delimiter behind the last field of a row ends it, and begins no other: nothing is lost with it.
        for (var row = 1; row < rows.Count; row++)
            if (rows[row].Length == rows[0].Length + 1 && rows[row][^1].Length == 0)
                rows[row] = rows[row][..^1];
        return rows.Count > 0 && rows.TrueForAll(row => row.Length == rows[0].Length) && !text.Contains('\0') ? rows : null;
    }

    static string? ReadField(string text, ref int at, char delimiter, char escape)
    {
        var start = at;
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at == text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
                at++;
            return text[start..at].Trim(' ', '\t');
        }
        var field = new StringBuilder();
        for (at++; ; at++)
        {
            if (at == text.Length)
                return null;
            if (text[at] == escape && at + 1 < text.Length && (text[at + 1] == '"' || text[at + 1] == escape))
                field.Append(text[++at]);
            else if (text[at] != '"')
                field.Append(text[at]);
            else
                break;
        }
        at++;
        while (at < text.Length && text[at] == ' ')
            at++;
        return at == text.Length || text[at] == delimiter || text[at] is '\r' or '\n' ? field.ToString().Trim(' ', '\t') : null;
    }
}
