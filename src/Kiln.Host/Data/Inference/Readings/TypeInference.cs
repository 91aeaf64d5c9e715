using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>Which type a column gets that no contract describes yet.</summary>
static class TypeInference
{
    /// <summary>A category has at most so many values, each on two rows on average.</summary>
    public const int MostValues = 500;

    /// <param name="scan">All that was found in the column.</param>
    public static ColumnType Infer(ColumnScan scan)
    {
        if (scan.Booleans is not null)
            return ColumnType.Boolean;
        if (scan.Numbers.IsQuantity)
            return scan.IsDays ? ColumnType.DateTime : scan.Numbers.IsWhole ? ColumnType.Integer : ColumnType.Number;
        if (scan.IsDate)
            return ColumnType.DateTime;
        if (scan.IsPersonal)
            return ColumnType.Text;
        return scan.Counted?.Count(scan.Missing) is > 0 and <= MostValues and var distinct && 2 * distinct <= scan.Rows - scan.MissingRows
            ? ColumnType.Category
            : ColumnType.Text;
    }
}
