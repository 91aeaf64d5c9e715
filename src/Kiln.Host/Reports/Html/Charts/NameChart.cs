using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>Values of names, one below the other: bars from zero, or a dot for each series.</summary>
static class NameChart
{
    /// <summary>About how wide a character is.</summary>
    const double Character = 6.4;

    const int LongestName = 26;

    const double Step = 24;

    const int MostClasses = 20;

    public static Chart Importance(Figure figure, string metric) => Of(figure, "What the model relies on",
        $"How much {metric} gets worse when a column's values are shuffled among up to 1,000 held-out rows. Columns that change nothing measurable are left out.", "column", "loss", [0], hasBars: true);

    public static Chart Classes(Figure figure) => Of(figure with { Rows = [.. figure.Rows.Take(MostClasses)] }, "Precision and recall by class",
        $"The most frequent classes first{(figure.Rows.Count > MostClasses ? $", {MostClasses} of {figure.Rows.Count}; the table has more" : "")}. Precision: how many of those predicted are right. Recall: how many are found.",
        "class", "share", [0, 1], table: figure, scale: (0, 1));

    public static Chart Clusters(Figure figure) => Of(figure, "Rows in each cluster", "How many held-out rows each cluster has.", "cluster", "rows", [0], hasBars: true);

    /// <summary>What a model says on average by category.</summary>
    public static Chart Categories(Figure figure, string title, string text, string what) =>
        Of(figure with { Rows = [.. figure.Rows.OrderByDescending(row => row.Values[1])] }, title, text, "value", what, [.. Enumerable.Range(1, figure.Columns.Count - 2)], figure);

    static Chart Of(Figure figure, string title, string text, string names, string what, int[] columns, Figure? table = null, bool hasBars = false, (double, double)? scale = null)
    {
        var height = 46 + Step * figure.Rows.Count;
        return new(title, text)
        {
            Height = height, Series = columns.Length > 1 ? [.. columns.Select(column => figure.Columns[column])] : [], Shape = SeriesShape.Marks,
            Columns = FigureTable.Columns(table ?? figure, names), Rows = FigureTable.Rows(table ?? figure, names), Numbers = 1..,
            Draw = svg =>
            {
                var values = columns.SelectMany(column => figure[column]).ToList();
                var left = 16 + Character * figure.Rows.Max(row => Spelling.Short(row.Name, LongestName).Length);
                var right = Plot.Width - (columns.Length > 1 ? 12 : 14 + Character * values.Max(value => Spelling.Number(value).Length));
                var x = scale is var (min, max) ? new Scale(min, max, left, right) : Scale.Around(hasBars ? values.Append(0) : values, left, right);
                foreach (var (value, tick) in x.Ticks())
                {
                    svg.Empty("line", ("class", "grid"), ("x1", Markup.At(x.At(value))), ("x2", Markup.At(x.At(value))), ("y1", "4"), ("y2", Markup.At(height - 38)));
                    svg.Leaf("text", tick, ("x", Markup.At(x.At(value))), ("y", Markup.At(height - 23)), ("text-anchor", "middle"));
                }
                svg.Leaf("text", what, ("x", Markup.At((x.From + x.To) / 2)), ("y", Markup.At(height - 6)), ("text-anchor", "middle"));
                foreach (var (index, row) in figure.Rows.Index())
                    Row(svg, x, figure, row, columns, 4 + Step * (index + 0.5), hasBars);
            },
        };
    }

    static void Row(Markup svg, Scale x, Figure figure, FigureRow row, int[] columns, double y, bool hasBars)
    {
        svg.Leaf("text", Spelling.Short(row.Name, LongestName), ("class", "name"), ("x", Markup.At(x.From - 8)), ("y", Markup.At(y + 4)), ("text-anchor", "end"));
        foreach (var (series, column) in columns.Index().Where(column => double.IsFinite(row.Values[column.Item])))
        {
            var tip = $"{row.Name}, {figure.Columns[column]}: {Spelling.Number(row.Values[column])}";
            if (hasBars)
                svg.Mark("rect", tip, ("class", "bar s1"), ("x", Markup.At(x.From)), ("y", Markup.At(y - 8)), ("width", Markup.At(x.At(row.Values[column]) - x.From)), ("height", "16"));
            else // Not on top of each other where they are equal.
                SeriesMark.Write(svg, series, tip, x.At(row.Values[column]), y + 4 * (series - (columns.Length - 1) / 2.0));
        }
        if (columns.Length == 1 && double.IsFinite(row.Values[columns[0]]))
            svg.Leaf("text", Spelling.Number(row.Values[columns[0]]), ("class", "value"), ("x", Markup.At(x.At(row.Values[columns[0]]) + (hasBars ? 5 : 9))), ("y", Markup.At(y + 4)));
    }
}
