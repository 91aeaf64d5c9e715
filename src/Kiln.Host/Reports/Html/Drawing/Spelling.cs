using System.Globalization;

namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>How numbers and names stand in charts and in the tables behind them.</summary>
static class Spelling
{
    public static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString(
        Math.Abs(value) switch { 0 => "0", >= 1000 => "#,0.##", >= 0.001 => "0.####", _ => "0.##E+0" }, CultureInfo.InvariantCulture);

    /// <summary>As much of a name as a label has room for; the whole is in the table and in the tip.</summary>
    public static string Short(string name, int most)
    {
        var elements = StringInfo.ParseCombiningCharacters(name);
        return elements.Length <= most ? name : name[..elements[most - 1]] + "…";
    }
}
