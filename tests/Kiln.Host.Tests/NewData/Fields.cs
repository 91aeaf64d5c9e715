using System.Globalization;

namespace Kiln.Host.Tests.NewData;

/// <summary>Changes fields of rows whose texts hold no comma.</summary>
static class Fields
{
    public static IEnumerable<string> Change(this IEnumerable<string> rows, int column, Func<string, string> change) => rows.Change(column, (value, _) => change(value));

    public static IEnumerable<string> Change(this IEnumerable<string> rows, int column, Func<string, int, string> change) => rows.Select((row, index) =>
    {
        var fields = row.Split(',');
        fields[column] = change(fields[column], index);
        return string.Join(',', fields);
    });

    public static IEnumerable<string> Exchange(this IEnumerable<string> rows, int column, int other) => rows.Select(row =>
    {
        var fields = row.Split(',');
        (fields[column], fields[other]) = (fields[other], fields[column]);
        return string.Join(',', fields);
    });

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
