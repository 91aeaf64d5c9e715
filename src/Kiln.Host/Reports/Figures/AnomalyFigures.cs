using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>How unusual the rows are; those that a label knows to be anomalies apart.</summary>
static class AnomalyFigures
{
    const int ScoreBins = 30;

    public static IEnumerable<Figure> Measure(Predictions predictions)
    {
        double[] scores = [.. predictions.Scores.Select(row => (double)row[0])];
        var bins = new Bins(scores.Min(), scores.Max(), ScoreBins);
        var (known, others) = (new double[ScoreBins], new double[ScoreBins]);
        for (var row = 0; row < scores.Length; row++)
            (predictions.Label[row] > 0 ? known : others)[bins.Of(scores[row])]++;
        yield return new(FigureKind.AnomalyScores, "", ["from", "to", "rows", "known anomalies", "threshold"],
            [.. Enumerable.Range(0, ScoreBins).Select(bin =>
                FigureRow.Of("", bins.Start(bin), bins.Start(bin + 1), others[bin], known[bin], predictions.Threshold ?? double.NaN))]);
    }
}
