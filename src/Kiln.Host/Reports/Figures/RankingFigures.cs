using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>How much the queries differ in how well they are ranked.</summary>
static class RankingFigures
{
    const int Places = 10;

    const int GainBins = 20;

    public static IEnumerable<Figure> Measure(Predictions predictions)
    {
        var bins = new Bins(0, 1, GainBins);
        var counts = new double[GainBins];
        double[] scores = [.. predictions.Scores.Select(row => (double)row[0])];
        foreach (var query in RankedQuery.List(predictions.Queries!, predictions.Label, predictions.Weights))
            counts[bins.Of(query.NormalizedGain(scores, Places))]++;
        if (counts.Sum() > 0)
            yield return new(FigureKind.QueryGains, "", ["from", "to", "queries"],
                [.. Enumerable.Range(0, GainBins).Select(bin => FigureRow.Of("", bins.Start(bin), bins.Start(bin + 1), counts[bin]))]);
    }
}
