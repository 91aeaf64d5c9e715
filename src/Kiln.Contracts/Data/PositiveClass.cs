using System.Globalization;

namespace Kiln.Contracts.Data;

/// <summary>The rule for which of two values counts as yes where nobody says it.</summary>
public static class PositiveClass
{
    static readonly string[] Yes = ["yes", "y", "true", "positive", "pos", "+"];

    /// <summary>
    /// Without data: the value that plainly says yes, else the second. Not how often they occur, which changes with the data: what is yes
    /// must not.
    /// </summary>
    public static string Default(IReadOnlyList<string> values) => SaysYes(values[0], values[1]) ? values[0] : values[1];

    /// <summary>
    /// With data, once, for the contract to keep: the value that plainly says yes, else the rarer one, which is mostly what is looked for,
    /// else the second.
    /// </summary>
    /// <param name="values">Two values with their rows, in the contract's order.</param>
    public static string Choose(IReadOnlyList<KeyValuePair<string, long>> values)
    {
        var (first, second) = (values[0], values[1]);
        return SaysYes(second.Key, first.Key) ? second.Key
            : SaysYes(first.Key, second.Key) || first.Value < second.Value ? first.Key
            : second.Key;
    }

    static bool SaysYes(string value, string other) => SaysYes(value) && !SaysYes(other) || IsNumber(value, 1) && (IsNumber(other, 0) || IsNumber(other, -1));

    static bool SaysYes(string value) => Yes.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);

    static bool IsNumber(string value, double number) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var found) && found == number;
}
