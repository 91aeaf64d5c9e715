namespace Kiln.Host.Data.Inference.Readings;

/// <summary>The ways to spell true and false.</summary>
static class BooleanTexts
{
    static readonly (string True, string False)[] Pairs = [("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f")];

    /// <summary>The two texts, true first, when they are such a pair in whatever case; else null.</summary>
    public static (string True, string False)? Match(string a, string b)
    {
        if (IsNumber(a, '1') && IsNumber(b, '0'))
            return (a, b);
        if (IsNumber(b, '1') && IsNumber(a, '0'))
            return (b, a);
        foreach (var pair in Pairs)
        {
            if (Same(a, pair.True) && Same(b, pair.False))
                return (a, b);
            if (Same(b, pair.True) && Same(a, pair.False))
                return (b, a);
        }
        return null;
    }

    /// <summary>The digit, perhaps with zeros behind it: what pandas makes of true and false where a value was missing.</summary>
    static bool IsNumber(string text, char digit) =>
        text.StartsWith(digit) && (text.Length == 1 || text.Length > 2 && text[1] is '.' or ',' && text[2..].All(c => c == '0'));

    static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
