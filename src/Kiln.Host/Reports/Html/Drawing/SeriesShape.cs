namespace Kiln.Host.Reports.Html.Drawing;

/// <summary>How the series of a chart are drawn.</summary>
enum SeriesShape
{
    Areas,
    Lines,
    Marks,
}
