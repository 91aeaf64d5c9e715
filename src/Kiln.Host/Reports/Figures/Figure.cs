namespace Kiln.Host.Reports.Figures;

/// <summary>A table of aggregates over held-out rows: what a chart is drawn from and what stands behind it. No row of the data is in it.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Subject">The input that it is about; empty where there is one figure of the kind.</param>
/// <param name="Columns">What the rows' values are.</param>
/// <param name="Rows">At most 200 of a curve, and 500 of a plane.</param>
sealed record Figure(FigureKind Kind, string Subject, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>The most points of a curve.</summary>
    public const int MostPoints = 200;

    /// <summary>A column's values.</summary>
    public IEnumerable<double> this[int column] => Rows.Select(row => row.Values[column]);
}
