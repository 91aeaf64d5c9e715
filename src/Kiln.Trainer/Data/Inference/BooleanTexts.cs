namespace Kiln.TrainerHost.Data.Inference;

/// <summary>The ways to spell true and false.</summary>
static class BooleanTexts
{
    static readonly (string True, string False)[] Pairs = [("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f"), ("1", "0")];

    /// <summary>The two texts, true first, when they are such a pair in whatever case; else null.</summary>
    public static (string True, string False)? Match(string a, string b)
    {
        foreach (var pair in Pairs)
        {
            if (Same(a, pair.True) && Same(b, pair.False))
                return (a, b);
            if (Same(b, pair.True) && Same(a, pair.False))
                return (b, a);
        }
        return null;
    }

    static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
