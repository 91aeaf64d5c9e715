using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>A row of a figure.</summary>
/// <param name="Name">The class, category or column that it is about; empty where its values say all.</param>
/// <param name="Values">In the order of the figure's columns; NaN where there is none.</param>
sealed record FigureRow(string Name, double[] Values)
{
    /// <summary>With values as they are kept, so that what is drawn at once and what is drawn from the cache are the same.</summary>
    public static FigureRow Of(string name, params IEnumerable<double> values) =>
        new(name, [.. values.Select(value => double.IsFinite(value) ? Rounding.Significant(value) : double.NaN)]);
}
