namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>
/// An HTML file that asks nobody for anything: no script, no image, no font, one style whose hash is allowed and nothing else. It is the same bytes
/// wherever it is made.
/// </summary>
/// <remarks>
/// Drawn with our own SVG. ScottPlot and OxyPlot draw SVG on the server, the first through SkiaSharp, a native library in the host; the second
/// without titles, descriptions and a colour scheme of the reader's. Plotly.NET embeds 3.5 MB of script or asks a CDN for it; Vega-Lite and Chart.js
/// draw nothing where scripts are off.
/// </remarks>
static class Page
{
    public static string Write(string title, Action<Markup> body)
    {
        var page = new Markup();
        page.Open("html", ("lang", "en"));
        page.Open("head");
        page.Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{Style.Hash}'; base-uri 'none'; form-action 'none'"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Leaf("title", title);
        page.Style(Style.Sheet);
        page.Close();
        page.Open("body");
        body(page);
        page.Close();
        page.Close();
        return page.ToString();
    }
}
