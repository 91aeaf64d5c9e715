using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Charts;

/// <summary>A figure's numbers as they stand in a table.</summary>
static class FigureTable
{
    /// <param name="names">What the rows' names are; null where they have none.</param>
    public static IReadOnlyList<string> Columns(Figure figure, string? names) => names is null ? figure.Columns : [names, .. figure.Columns];

    public static IEnumerable<IReadOnlyList<string>> Rows(Figure figure, string? names) => figure.Rows.Select(row =>
        (IReadOnlyList<string>)(names is null ? [.. row.Values.Select(Spelling.Number)] : [row.Name, .. row.Values.Select(Spelling.Number)]));
}
