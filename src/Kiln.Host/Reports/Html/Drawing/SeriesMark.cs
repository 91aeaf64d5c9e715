namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>A point of a series: by turns round, square, a triangle and a diamond, because not everybody tells the colours apart.</summary>
static class SeriesMark
{
    /// <param name="series">From 0.</param>
    /// <param name="tip">What it stands for; empty for nothing to be shown.</param>
    public static void Write(Markup svg, int series, string tip, double x, double y)
    {
        ReadOnlySpan<(string, string)> place = [("class", $"dot s{series + 1}"), ("d", Path(series % 4)), ("transform", $"translate({Markup.At(x)} {Markup.At(y)})")];
        if (tip.Length > 0)
            svg.Mark("path", tip, place);
        else
            svg.Empty("path", place);
    }

    static string Path(int shape) => shape switch
    {
        0 => "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0",
        1 => "M-4-4H4V4H-4Z",
        2 => "M0-5L5 4H-5Z",
        _ => "M0-5.5L5.5 0L0 5.5L-5.5 0Z",
    };
}
