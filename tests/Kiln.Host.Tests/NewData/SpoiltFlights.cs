namespace Kiln.Host.Tests.NewData;

/// <summary>What goes wrong with a day of flights.</summary>
static class SpoiltFlights
{
    /// <summary>The columns: date, distance, origin, destination, late.</summary>
    public const int Distance = 1, Origin = 2, Late = 4;

    /// <param name="rows">Of the day.</param>
    /// <param name="before">Of the day before it.</param>
    public static IEnumerable<string> Spoil(string what, string[] rows, string[] before) => what switch
    {
        "unit" => rows.Change(Distance, value => Fields.Text(Math.Round(1.6 * Fields.Number(value)))),
        "constant" => rows.Change(Distance, _ => "0"),
        "offset" => rows.Change(Distance, value => Fields.Text(Fields.Number(value) + 200)),
        "spread" => rows.Change(Distance, value => Fields.Text(Math.Max(1, Math.Round(700 + 0.4 * (Fields.Number(value) - 700))))),
        "outliers" => rows.Change(Distance, (value, row) => row % 150 == 0 ? "99999" : value),
        "one origin" => rows.Change(Origin, (value, row) => row % 4 == 0 ? "ATL" : value),
        "all late" => rows.Change(Late, _ => "true"),
        "missing" => rows.Change(Distance, (value, row) => row % 20 == 0 ? "" : value),
        "repeated" => rows.Concat(rows.Take(3 * rows.Length / 10)),
        "copy" => before,
        "overlap" => rows.Concat(before.Take(before.Length / 10)),
        "thinned" => rows.Where((_, row) => row % 3 == 0),
        "cut off" => rows.Take(rows.Length / 40),
        "three times as many" => Enumerable.Range(0, 3).SelectMany(time => rows.Select(row => $"{row[..17]}0{time}{row[19..]}")),
        _ => throw new ArgumentException(what, nameof(what)),
    };
}
