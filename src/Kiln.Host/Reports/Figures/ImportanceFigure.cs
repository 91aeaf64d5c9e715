namespace Kiln.Host.Reports.Figures;

/// <summary>What the task's first metric loses when a feature's values are shuffled: a row for each feature that it loses something by, the greatest first.</summary>
static class ImportanceFigure
{
    const int Most = 20;

    public static IEnumerable<Figure> Measure(IReadOnlyList<KeyValuePair<string, double>> importance)
    {
        var lost = importance.Where(feature => feature.Value > 0).OrderByDescending(feature => feature.Value).ToList();
        if (lost.Count > 0)
            yield return new(FigureKind.Importance, "", ["loss"], [.. lost.Take(Most).Select(feature => FigureRow.Of(feature.Key, feature.Value))]);
    }
}
