using System.Text.RegularExpressions;

namespace Kiln.Host.Interchange.Places;

/// <summary>
/// Patterns of the standard, which are ECMA-262's and found anywhere in a text, and of a contract, which are the whole text. One with an anchor
/// at each end says the same in both.
/// </summary>
static partial class WholePattern
{
    const string Anything = "(?s:.*)";

    public static string ToStandard(string whole) => IsAnchoredBefore(whole) && IsAnchoredBehind(whole) && !HasAlternatives(whole) ? whole : $"^(?:{whole})$";

    public static string FromStandard(string found)
    {
        if (Framed().Match(found) is { Success: true } framed && IsOneGroup(framed.Groups["inner"].Value))
            return framed.Groups["inner"].Value;
        // An anchor is only that of its own alternative.
        return HasAlternatives(found)
            ? $"{Anything}(?:{found}){Anything}"
            : $"{(IsAnchoredBefore(found) ? "" : Anything)}{found}{(IsAnchoredBehind(found) ? "" : Anything)}";
    }

    static bool IsAnchoredBefore(string pattern) => pattern.StartsWith('^');

    static bool IsAnchoredBehind(string pattern) => pattern.EndsWith('$') && (pattern.Length - 1 - pattern[..^1].TrimEnd('\\').Length) % 2 == 0;

    static bool HasAlternatives(string pattern)
    {
        var depth = 0;
        foreach (var c in Literal().Replace(pattern, ""))
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether the bracket behind it closes the one before it: not in <c>(?:a)|(?:b)</c>.</summary>
    static bool IsOneGroup(string inner)
    {
        var depth = 0;
        foreach (var c in Literal().Replace(inner, ""))
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0)
                return false;
        }
        return depth == 0;
    }

    [GeneratedRegex(@"\A\^\(\?:(?<inner>.*)\)\$\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Framed();

    /// <summary>What is escaped, and sets of characters, in which brackets and bars mean themselves.</summary>
    [GeneratedRegex(@"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Literal();
}
