using System.Globalization;

namespace Kiln.Testing;

/// <summary>
/// Cultures that write numbers and dates in another way. Made by hand: the tests run without ICU, where named cultures do not exist or are all alike.
/// </summary>
static class Cultures
{
    public static TheoryData<string> Names => ["invariant", "like de-DE", "like ar-SA", "like sv-SE"];

    /// <summary>Runs with that culture as the thread's, and restores what was.</summary>
    public static T With<T>(string name, Func<T> run)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Create(name);
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static CultureInfo Create(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var (number, date) = (culture.NumberFormat, culture.DateTimeFormat);
        (number.NumberDecimalSeparator, number.NumberGroupSeparator, number.NegativeSign, date.DateSeparator, date.TimeSeparator) = name switch
        {
            "like de-DE" => (",", ".", "-", ".", ":"),
            "like ar-SA" => ("٫", "٬", "\u061c-", "/", ":"),
            "like sv-SE" => (",", "\u00a0", "\u2212", "-", "."),
            _ => (".", ",", "-", "/", ":"),
        };
        (number.NaNSymbol, number.PositiveInfinitySymbol) = name == "invariant" ? ("NaN", "Infinity") : ("no number", "∞");
        (number.PercentDecimalSeparator, number.PercentGroupSeparator) = (number.NumberDecimalSeparator, number.NumberGroupSeparator);
        return culture;
    }
}
