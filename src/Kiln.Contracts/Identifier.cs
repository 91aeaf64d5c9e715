using System.Globalization;
using System.Text;

namespace Kiln.Contracts;

/// <summary>Makes C# names from whatever a file holds.</summary>
public static class Identifier
{
    /// <summary>The longest name a contract may give: the compiler takes a kilobyte of UTF-8, which a letter may have three bytes of, for a name with what it puts before it.</summary>
    public const int Longest = 256;

    /// <summary>Where a name made from a text ends; what tells it from others may follow.</summary>
    const int Cut = 128;

    /// <summary>
    /// True for a C# identifier as a contract or a class may spell it (without a leading @). Formatting characters are refused although
    /// C# takes them: it ignores them when it compares, so two names that look alike and differ here would be one there.
    /// </summary>
    public static bool IsValid(string name) =>
        name.Length > 0 && IsStart(name[0]) && name.All(IsPart);

    /// <summary>
    /// The name for a column: <c>bill_length_mm</c> → <c>BillLengthMm</c>, <c>DEP_DELAY</c> → <c>DepDelay</c>,
    /// <c>monthly charges ($)</c> → <c>MonthlyCharges</c>, <c>2nd floor</c> → <c>_2ndFloor</c>, <c>größe</c> → <c>Größe</c>,
    /// <c>???</c> → <c>Column</c>. An initial capital keeps it clear of C#'s keywords. A long one is cut.
    /// </summary>
    public static string FromHeader(string header) => FromWords(header, "Column", codes: false);

    /// <summary>
    /// The name for one of a category's values: as for a header, with signs and comparisons spelled out, for they are what tells such values
    /// apart: <c>-1</c> → <c>Minus1</c>, <c>&lt;=50K</c> → <c>AtMost50K</c>, <c>A+</c> → <c>APlus</c>, nothing → <c>Empty</c>. A code such as
    /// <c>PHL</c> stays as it is.
    /// </summary>
    public static string FromValue(string value) =>
        value.Trim().Length == 0 ? "Empty" : FromWords(Spelled(value.Trim()), "Value", codes: true);

    /// <summary>The name for each header, in order and all different; none is one of <paramref name="taken"/>.</summary>
    public static IReadOnlyList<string> FromHeaders(IEnumerable<string> headers, params string[] taken) =>
        Distinct([.. headers.Select(FromHeader)], taken);

    /// <summary>
    /// The names, each different from the others and from <paramref name="taken"/>, changing as few as can be: what is taken becomes
    /// <c>NameValue</c>, and what is there already <c>Name2</c> (<c>Name1_2</c> after a digit).
    /// </summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> names, IEnumerable<string> taken, StringComparer? comparer = null)
    {
        comparer ??= StringComparer.Ordinal;
        var reserved = new HashSet<string>(taken, comparer);
        var used = new HashSet<string>(reserved.Concat(names), comparer);
        var given = new HashSet<string>(comparer);
        return [.. names.Select(name => !reserved.Contains(name) && given.Add(name) ? name : Unused(name))];

        string Unused(string name)
        {
            var stem = reserved.Contains(name) ? name + "Value" : name;
            if (used.Add(stem))
                return stem;
            stem += char.IsDigit(stem[stem.Length - 1]) ? "_" : "";
            for (var n = 2; ; n++)
                if (used.Add(stem + n.ToString(CultureInfo.InvariantCulture)))
                    return stem + n.ToString(CultureInfo.InvariantCulture);
        }
    }

    static string FromWords(string text, string fallback, bool codes)
    {
        // Not normalized: without ICU, as in the host, Normalize does nothing, and a name must be the same in every process.
        var words = new string([.. text.Select(c => IsPart(c) && c != '_' ? c : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var allCapitals = words.Length > (codes ? 1 : 0) && !words.Any(word => word.Any(char.IsLower));
        var name = new StringBuilder(text.Length + 1);
        foreach (var word in words)
        {
            // 1.5 and 15 stay two names.
            if (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(word[0]))
                name.Append('_');
            name.Append(char.ToUpperInvariant(word[0])).Append(allCapitals ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }
        if (name.Length == 0)
            return fallback;
        name.Length = Math.Min(name.Length, Cut);
        return IsStart(name[0]) ? name.ToString() : "_" + name;
    }

    static string Spelled(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var orEqual = i + 1 < value.Length && value[i + 1] == '=';
            var word = value[i] switch
            {
                '<' => orEqual ? "AtMost" : "Below",
                '>' => orEqual ? "AtLeast" : "Above",
                '≤' => "AtMost",
                '≥' => "AtLeast",
                '+' => "Plus",
                '-' or '−' when (i == 0 && value.Length > 1 && char.IsDigit(value[1])) || i == value.Length - 1 => "Minus",
                _ => null,
            };
            _ = word is null ? text.Append(value[i]) : text.Append(' ').Append(word).Append(' ');
        }
        return text.ToString();
    }

    static bool IsStart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    static bool IsPart(char c) => IsStart(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
