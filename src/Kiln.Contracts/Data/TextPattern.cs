using System.Text.RegularExpressions;

namespace Kiln.Contracts.Data;

/// <summary>
/// A column's <c>pattern</c>: a regular expression that the whole value must match. .NET's engine that does not backtrack matches it, so that no
/// pattern takes longer than the text is long; it has no back references and no lookarounds.
/// </summary>
public static class TextPattern
{
    /// <summary>RegexOptions.NonBacktracking, which .NET Standard has no name for.</summary>
    const RegexOptions NonBacktracking = (RegexOptions)1024;

    /// <summary>Why it is no pattern; null where it is one.</summary>
    public static string? Problem(string pattern)
    {
        try
        {
            // Alone first: one with a parenthesis too many would be another one inside of parentheses.
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            _ = Create(pattern);
            return null;
        }
        catch (NotSupportedException)
        {
            return "it has a back reference, a lookaround or an atomic group, which cannot be matched in bounded time";
        }
        catch (ArgumentException e)
        {
            return e.Message.TrimEnd('.');
        }
    }

    public static Regex Create(string pattern)
    {
        var whole = $@"\A(?:{pattern})\z";
        try
        {
            return new(whole, RegexOptions.CultureInvariant | NonBacktracking);
        }
        catch (ArgumentOutOfRangeException)
        {
            // .NET Framework, in an editor, which only asks whether it is a pattern.
            return new(whole, RegexOptions.CultureInvariant);
        }
    }
}
