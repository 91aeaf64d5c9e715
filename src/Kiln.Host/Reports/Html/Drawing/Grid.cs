namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>A table of texts and numbers.</summary>
static class Grid
{
    /// <param name="label">What the table is, for whoever cannot see it.</param>
    /// <param name="columns">The first is that of the rows' names.</param>
    /// <param name="numbers">Which columns hold numbers; all but the first where it is not said.</param>
    /// <param name="marked">Which row stands out; none where it is null.</param>
    public static void Write(Markup page, string label, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, Range? numbers = null, Func<IReadOnlyList<string>, bool>? marked = null)
    {
        var (first, count) = (numbers ?? 1..).GetOffsetAndLength(columns.Count);
        // What can be scrolled can be reached with the keyboard.
        page.Open("div", ("class", "scroll"), ("role", "region"), ("aria-label", $"Table: {label}"), ("tabindex", "0")).Open("table");
        page.Open("thead").Open("tr");
        for (var column = 0; column < columns.Count; column++)
            Cell(page, "th", columns[column], IsNumber(column), ("scope", "col"));
        page.Close().Close().Open("tbody");
        foreach (var row in rows)
        {
            if (marked?.Invoke(row) == true)
                page.Open("tr", ("class", "own"));
            else
                page.Open("tr");
            for (var column = 0; column < row.Count; column++)
                if (column == 0)
                    Cell(page, "th", row[0], IsNumber(0), ("scope", "row"));
                else
                    Cell(page, "td", row[column], IsNumber(column));
            page.Close();
        }
        page.Close().Close().Close();

        bool IsNumber(int column) => column >= first && column < first + count;
    }

    static void Cell(Markup page, string element, string text, bool isNumber, params ReadOnlySpan<(string, string)> attributes) =>
        page.Leaf(element, text, isNumber ? [("class", "n"), .. attributes] : attributes);
}
