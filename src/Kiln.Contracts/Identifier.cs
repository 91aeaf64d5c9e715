using System.Globalization;
using System.Text;

namespace Kiln.Contracts;

/// <summary>Makes C# names from whatever a file's header holds.</summary>
public static class Identifier
{
    /// <summary>True for a C# identifier as a contract or a class may spell it (without a leading @).</summary>
    public static bool IsValid(string name) =>
        name.Length > 0 && IsStart(name[0]) && name.All(IsPart);

    /// <summary>
    /// <c>bill_length_mm</c> → <c>BillLengthMm</c>, <c>monthly charges ($)</c> → <c>MonthlyCharges</c>, <c>2nd floor</c> → <c>_2ndFloor</c>,
    /// <c>größe</c> → <c>Größe</c>, <c>???</c> → <c>Column</c>. An initial capital keeps it clear of C#'s keywords.
    /// </summary>
    public static string FromHeader(string header)
    {
        var name = new StringBuilder(header.Length);
        var startWord = true;
        foreach (var c in header.Normalize(NormalizationForm.FormC))
        {
            if (c == '_' || !IsPart(c))
            {
                startWord = true;
                continue;
            }
            name.Append(startWord ? char.ToUpperInvariant(c) : c);
            startWord = false;
        }
        if (name.Length == 0)
            return "Column";
        if (!IsStart(name[0]))
            name.Insert(0, '_');
        // Scripts without capitals can still spell no C# keyword: those are all lower-case ASCII.
        return name.ToString();
    }

    /// <summary>The name for each header, in order; later duplicates, and what collides with <paramref name="taken"/>, get a number: <c>Name2</c>.</summary>
    public static IReadOnlyList<string> FromHeaders(IEnumerable<string> headers, params string[] taken)
    {
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var header in headers)
        {
            var name = FromHeader(header);
            var unique = name;
            for (var n = 2; !used.Add(unique); n++)
                unique = name + n.ToString(CultureInfo.InvariantCulture);
            names.Add(unique);
        }
        return names;
    }

    static bool IsStart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    static bool IsPart(char c) => IsStart(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
