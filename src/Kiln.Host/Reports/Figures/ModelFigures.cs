namespace Kiln.Host.Reports.Figures;

/// <summary>All figures of a trained model.</summary>
/// <param name="Rows">How many held-out rows they are measured on: all, or a sample of many.</param>
/// <param name="AreWeighted">Whether rows count by their weight.</param>
/// <param name="Figures">In the order they are shown.</param>
sealed record ModelFigures(long Rows, bool AreWeighted, IReadOnlyList<Figure> Figures)
{
    public Figure? Find(FigureKind kind) => Figures.FirstOrDefault(figure => figure.Kind == kind);
}
