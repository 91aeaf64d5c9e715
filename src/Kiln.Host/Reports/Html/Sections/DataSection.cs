using Kiln.Contracts.Data;
using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>The columns and the files of the data.</summary>
static class DataSection
{
    /// <param name="figures">Null where they cannot be had.</param>
    public static Section Of(ModelReport report, ModelFigures? figures) => new("data", "Data", page =>
    {
        if (figures?.Find(FigureKind.Profile) is { } profile)
        {
            page.Leaf("h3", "Columns");
            Grid.Write(page, "Columns", ["column", "type", "use", .. profile.Columns], profile.Rows.Select(row => (IReadOnlyList<string>)
                [row.Name, .. Facts(report, row.Name), .. row.Values.Select(Spelling.Number)]), 3..);
            page.Leaf("p", "Missing and most frequent are shares of the rows; a boolean's mean is the share of true. Of ids and ignored columns nothing is measured.", ("class", "soft"));
        }
        var partitions = report.Plan.ShownPartitions;
        if (partitions.Count == 0)
            return;
        page.Leaf("h3", "Files");
        Grid.Write(page, "Files", ["file", "rows", "from", "to", "hash of the rows"],
            partitions.Select(partition => (IReadOnlyList<string>)[partition.Name, Numbers.Text(partition.Rows), partition.From ?? "–", partition.To ?? "–", partition.Hash]), 1..2);
    });

    static string[] Facts(ModelReport report, string name)
    {
        var shape = report.Plan.Shape;
        if (report.Plan.Contract.Find(name) is not { } column)
            return ["–", "–"];
        var use = column == shape.LabelColumn ? "label" : column == shape.Weight ? "weight" : shape.Features.Contains(column) ? "feature" : column == shape.SplitColumn ? "split" : Words.Format(column.Role) is "feature" ? "not used" : Words.Format(column.Role);
        return [Words.Format(column.Type) + (column.Unit is { } unit ? $" ({unit})" : ""), use + (column.Classification is { } classification ? $", {Words.Format(classification)}" : "")];
    }
}
