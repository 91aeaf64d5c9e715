using Kiln.Contracts.Releases;

namespace Kiln.Host.Reports.Figures;

/// <summary>The columns of the data, each in a handful of numbers.</summary>
static class ProfileFigure
{
    public static Figure Measure(IReadOnlyList<BaselineColumn> columns) => new(FigureKind.Profile, "", ["missing", "mean", "deviation", "distinct", "most frequent"],
        [.. columns.Select(column => FigureRow.Of(column.Name, Or(column.Missing), Or(column.Mean), Or(column.Deviation), Or(column.Distinct), Or(column.Top)))]);

    static double Or(double? value) => value ?? double.NaN;
}
