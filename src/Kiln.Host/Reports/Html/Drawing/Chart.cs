namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>A drawing with its caption, the key to its series, and its numbers in a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Text">How to read it, and what it says.</param>
sealed record Chart(string Title, string Text)
{
    /// <summary>The drawing's height in units of which it is <see cref="Plot.Width"/> wide.</summary>
    public double Height { get; init; } = 290;

    /// <summary>What the series are, in the order of their colours; empty for one.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>How they are drawn.</summary>
    public SeriesShape Shape { get; init; }

    public required Action<Markup> Draw { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required IEnumerable<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>Which columns of the table hold numbers.</summary>
    public Range Numbers { get; init; } = 0..;

    public void Write(Markup page)
    {
        var (title, text) = (page.NextId(), page.NextId());
        page.Open("figure");
        page.Open("figcaption").Leaf("b", Title).Text(Text).Close();
        page.Open("svg", ("viewBox", $"0 0 {Markup.At(Plot.Width)} {Markup.At(Height)}"), ("role", "img"), ("aria-labelledby", $"{title} {text}"));
        page.Leaf("title", Title, ("id", title)).Leaf("desc", $"{Text} The numbers are in the table below.", ("id", text));
        Draw(page);
        page.Close();
        WriteKey(page);
        page.Open("details").Leaf("summary", "Numbers");
        Grid.Write(page, Title, Columns, Rows, Numbers);
        page.Close().Close();
    }

    void WriteKey(Markup page)
    {
        if (Series.Count == 0)
            return;
        page.Open("ul", ("class", "key"));
        foreach (var (index, name) in Series.Index())
        {
            page.Open("li").Open("svg", ("viewBox", "0 0 26 10"), ("aria-hidden", "true"));
            WriteShape(page, index);
            page.Close().Text(name).Close();
        }
        page.Close();
    }

    void WriteShape(Markup page, int series)
    {
        if (Shape == SeriesShape.Lines)
            page.Empty("path", ("class", $"line s{series + 1}"), ("d", "M0 5H26"));
        else if (Shape == SeriesShape.Areas)
            page.Empty("rect", ("class", $"bar s{series + 1}"), ("width", "26"), ("height", "10"));
        else
            SeriesMark.Write(page, series, "", 13, 5);
    }
}
