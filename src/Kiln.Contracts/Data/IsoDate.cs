using System.Globalization;

namespace Kiln.Contracts.Data;

/// <summary>A date as contracts write it, with or without a time of day.</summary>
public static class IsoDate
{
    static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Null where it is none.</summary>
    public static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static string Format(DateTime date) => date.ToString(date.TimeOfDay == default ? Forms[0] : Forms[2], CultureInfo.InvariantCulture);
}
