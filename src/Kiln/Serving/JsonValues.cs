using System.Globalization;
using System.Text.Json;

namespace Kiln.Serving;

/// <summary>Reads single values of JSON. Each is what it is: no text is read as a number. What is not there is null, and not wrong.</summary>
static class JsonValues
{
    static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <returns>Whether it is none or a number; one beyond single precision is infinite, which the contract does not allow.</returns>
    public static bool Number(JsonElement? value, out float? number)
    {
        number = null;
        if (value is not { } sent)
            return true;
        if (sent.ValueKind != JsonValueKind.Number || !sent.TryGetDouble(out var read))
            return false;
        number = (float)read;
        return true;
    }

    public static bool Integer(JsonElement? value, out long? number)
    {
        number = null;
        if (value is not { } sent)
            return true;
        if (sent.ValueKind != JsonValueKind.Number)
            return false;
        if (sent.TryGetInt64(out var read))
            number = read;
        // 5.0 and 1e3 are whole numbers, too.
        else if (sent.TryGetDecimal(out var exact) && decimal.Truncate(exact) == exact && exact is >= long.MinValue and <= long.MaxValue)
            number = (long)exact;
        return number is not null;
    }

    public static bool Boolean(JsonElement? value, out bool? flag)
    {
        flag = value?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
        return value is null || flag is not null;
    }

    public static bool Text(JsonElement? value, out string? text)
    {
        text = null;
        if (value is not { } sent)
            return true;
        try
        {
            text = sent.ValueKind == JsonValueKind.String ? sent.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, which no encoding of a data file can hold.
            return false;
        }
        return text is not null;
    }

    /// <remarks>A time zone would have to be converted to that of the data, which nobody knows.</remarks>
    public static bool Date(JsonElement? value, out DateTime? date)
    {
        date = null;
        if (!Text(value, out var text))
            return false;
        if (text is null)
            return true;
        var isDate = DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        date = isDate ? read : null;
        return isDate;
    }
}
