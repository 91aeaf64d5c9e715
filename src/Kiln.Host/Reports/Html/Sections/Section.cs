using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>A part of a page that its navigation leads to.</summary>
/// <param name="Id">What a link to it ends with.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Write">Writes what is below the heading.</param>
sealed record Section(string Id, string Title, Action<Markup> Write)
{
    public static void WriteAll(Markup page, IReadOnlyList<Section> sections)
    {
        page.Open("nav", ("aria-label", "Sections")).Open("ul");
        foreach (var section in sections)
            page.Open("li").Leaf("a", section.Title, ("href", "#" + section.Id)).Close();
        page.Close().Close().Open("main");
        foreach (var section in sections)
        {
            page.Open("section", ("aria-labelledby", section.Id)).Leaf("h2", section.Title, ("id", section.Id));
            section.Write(page);
            page.Close();
        }
        page.Close();
    }

    public static void WriteCharts(Markup page, IEnumerable<Chart> charts)
    {
        page.Open("div", ("class", "charts"));
        foreach (var chart in charts)
            chart.Write(page);
        page.Close();
    }
}
