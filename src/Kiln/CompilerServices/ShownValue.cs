using System.ComponentModel;
using System.Globalization;

namespace Kiln.CompilerServices;

/// <summary>A column's value as an explanation shows it. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShownValue
{
    /// <param name="value">A number, a text, a truth value, a time; null, NaN and "" are missing.</param>
    /// <param name="unit">What a number is counted in; null where the contract does not say.</param>
    public static string Format(object? value, string? unit) => value switch
    {
        null or "" or float.NaN or double.NaN => "missing",
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString(time.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture) + (unit is null ? "" : " " + unit),
        _ => value.ToString() ?? "",
    };
}
