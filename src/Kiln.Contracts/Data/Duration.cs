using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Contracts.Data;

/// <summary>An ISO 8601 duration, <c>P7D</c> or <c>PT36H</c>. A year has 365 days and a month 30: how old data may be is no matter of a leap day.</summary>
public static class Duration
{
    static readonly Regex Form = new(
        @"^P(?=[0-9T])(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?(?:T(?=[0-9])(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?)?$",
        RegexOptions.CultureInvariant);

    static readonly double[] Minutes = [365 * 1440, 30 * 1440, 7 * 1440, 1440, 60, 1];

    /// <summary>Null where it is no duration, or none that lasts.</summary>
    public static TimeSpan? Parse(string text)
    {
        var match = Form.Match(text);
        if (!match.Success)
            return null;
        var minutes = 0.0;
        for (var i = 0; i < Minutes.Length; i++)
            if (match.Groups[i + 1] is { Success: true } group)
                minutes += Minutes[i] * int.Parse(group.Value, CultureInfo.InvariantCulture);
        return minutes > 0 ? TimeSpan.FromMinutes(minutes) : null;
    }
}
