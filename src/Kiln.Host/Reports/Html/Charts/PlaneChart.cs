using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>Counts on a plane: the darker a cell, the more rows are in it.</summary>
static class PlaneChart
{
    /// <summary>Text on a darker cell would have too little contrast.</summary>
    const double Darkest = 0.45;

    const double Faintest = 0.06;

    const double RoomForName = 60;

    public static Chart PredictedAgainstActual(Figure figure) => new("Predicted against actual",
        "How many rows lie where, on a logarithmic scale; right predictions are on the dashed line, and what lies further out is in the outermost cells.")
    {
        Height = 360, Columns = figure.Columns, Rows = FigureTable.Rows(figure, null),
        Draw = svg =>
        {
            var ends = figure.Rows.SelectMany(row => row.Values.Take(4)).ToList();
            var axis = Plot.Between(ends.Min(), ends.Max());
            var plot = new Plot(svg, axis, axis, "predicted", "actual", 360);
            var most = Math.Log(1 + figure[4].Max());
            foreach (var row in figure.Rows)
                plot.Area("cell s1", $"predicted {Spelling.Number(row.Values[0])} to {Spelling.Number(row.Values[1])}, actual {Spelling.Number(row.Values[2])} to {Spelling.Number(row.Values[3])}: {Spelling.Number(row.Values[4])} rows",
                    row.Values[0], row.Values[1], row.Values[2], row.Values[3], 0.1 + 0.9 * Math.Log(1 + row.Values[4]) / most);
            plot.Curve("ref", [(ends.Min(), ends.Min()), (ends.Max(), ends.Max())]);
        },
    };

    public static Chart Confusion(Figure figure)
    {
        const double left = 118, top = 26;
        var count = figure.Rows.Count;
        // Names aslant need room.
        var foot = (Plot.Width - left - 4) / count > RoomForName ? 42 : 64;
        var (width, height) = ((Plot.Width - left - 4) / count, Math.Clamp(270.0 / count, 24, 54));
        return new("Confusion", "Rows are what is true, columns what is predicted, the classes with the most mistakes first. Right answers are blue, on the diagonal; colour is the share of the row.")
        {
            Height = top + count * height + foot, Columns = ["actual \\ predicted", .. figure.Columns], Rows = FigureTable.Rows(figure, "actual"), Numbers = 1..,
            Draw = svg =>
            {
                svg.Leaf("text", "actual", ("x", "4"), ("y", "16")).Leaf("text", "predicted", ("x", Markup.At((left + Plot.Width) / 2)), ("y", Markup.At(top + count * height + foot - 6)), ("text-anchor", "middle"));
                foreach (var (y, row) in figure.Rows.Index())
                {
                    svg.Leaf("text", Spelling.Short(row.Name, 17), ("class", "name"), ("x", Markup.At(left - 6)), ("y", Markup.At(top + (y + 0.5) * height + 4)), ("text-anchor", "end"));
                    var all = Math.Max(row.Values.Sum(), double.Epsilon);
                    for (var x = 0; x < count; x++)
                        Cell(svg, x == y, $"{row.Name}, predicted {figure.Columns[x]}: {Spelling.Number(row.Values[x])}", left + x * width, top + y * height, width, height, row.Values[x], row.Values[x] / all);
                }
                for (var x = 0; x < count; x++)
                    Name(svg, figure.Columns[x], left + (x + 0.5) * width, top + count * height + 14, width);
            },
        };
    }

    static void Cell(Markup svg, bool isRight, string tip, double x, double y, double width, double height, double count, double share)
    {
        ReadOnlySpan<(string, string)> place = [("x", Markup.At(x + 1)), ("y", Markup.At(y + 1)), ("width", Markup.At(width - 2)), ("height", Markup.At(height - 2))];
        if (count > 0)
            svg.Mark("rect", tip, [("class", $"cell {(isRight ? "s1" : "s2")}"), .. place, ("fill-opacity", Fill(share))]);
        else
            svg.Empty("rect", [("class", "empty"), .. place]);
        if (count > 0)
            svg.Leaf("text", Spelling.Number(Math.Round(count, 1)), ("class", "value"), ("x", Markup.At(x + width / 2)), ("y", Markup.At(y + height / 2 + 4)), ("text-anchor", "middle"));
    }

    static string Fill(double share) => (Faintest + (Darkest - Faintest) * share).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Aslant where there is no room for it.</summary>
    static void Name(Markup svg, string name, double x, double y, double width)
    {
        var text = Spelling.Short(name, width > RoomForName ? (int)(width / 6.2) : 9);
        if (width > RoomForName)
            svg.Leaf("text", text, ("class", "name"), ("x", Markup.At(x)), ("y", Markup.At(y)), ("text-anchor", "middle"));
        else
            svg.Leaf("text", text, ("class", "name"), ("text-anchor", "end"), ("transform", $"translate({Markup.At(x + 4)} {Markup.At(y - 4)}) rotate(-40)"));
    }
}
