using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Host.Interchange.Places;

/// <summary>Date patterns of Java's DateTimeFormatter, as far as they say the same as strptime's codes.</summary>
static partial class JavaDatePattern
{
    // The letter X is Java's for an offset from UTC, with and without minutes and a colon.
    static readonly (string Java, string Code)[] Fields =
    [
        ("yyyy", "%Y"), ("uuuu", "%Y"), ("yy", "%y"), ("MMMM", "%B"), ("MMM", "%b"), ("MM", "%m"), ("dd", "%d"),
        ("HH", "%H"), ("hh", "%I"), ("mm", "%M"), ("ss", "%S"), ("SSSSSSSSS", "%f"), ("SSSSSS", "%f"), ("SSS", "%f"), ("a", "%p"),
        ("XXX", "%z"), ("XX", "%z"), ("X", "%z"), ("Z", "%z"),
    ];

    /// <summary>Null where a field has no code.</summary>
    public static string? ToStrptime(string pattern)
    {
        var format = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var length = 1;
            if (pattern[i] == '\'')
            {
                if (Quoted().Match(pattern, i) is not { Success: true } quoted)
                    return null;
                format.Append(quoted.Length == 2 ? "'" : quoted.Value[1..^1].Replace("''", "'").Replace("%", "%%"));
                length = quoted.Length;
            }
            else if (char.IsAsciiLetter(pattern[i]))
            {
                while (i + length < pattern.Length && pattern[i + length] == pattern[i])
                    length++;
                if (Fields.FirstOrDefault(field => field.Java == pattern.Substring(i, length)).Code is not { } code)
                    return null;
                format.Append(code);
            }
            else if ("[]{}#".Contains(pattern[i]))
                return null;
            else
                format.Append(pattern[i] == '%' ? "%%" : pattern[i]);
            i += length;
        }
        return format.ToString();
    }

    /// <summary>Null where a code has no field.</summary>
    public static string? FromStrptime(string format)
    {
        var pattern = new StringBuilder();
        foreach (Match part in Parts().Matches(format))
            if (part.Value[0] != '%')
                pattern.Append(part.Value.All(c => !char.IsAsciiLetter(c) && c != '\'') ? part.Value : $"'{part.Value.Replace("'", "''")}'");
            else if (part.Value == "%%")
                pattern.Append('%');
            else if (Fields.FirstOrDefault(field => field.Code == part.Value).Java is { } java)
                pattern.Append(java);
            else
                return null;
        return ToStrptime(pattern.ToString()) == format ? pattern.ToString() : null;
    }

    [GeneratedRegex(@"\G'(?:[^']|'')*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"%.?|[A-Za-z']+|[^A-Za-z'%]+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
