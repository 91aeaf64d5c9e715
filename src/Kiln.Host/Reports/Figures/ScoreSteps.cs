using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>
/// What a binary model finds and wrongly finds when it says yes from each of its scores on, the highest first; rows of one score are one step. All
/// its curves are drawn from this.
/// </summary>
sealed class ScoreSteps
{
    readonly record struct Step(double Probability, double TruePositives, double FalsePositives);

    readonly List<Step> _steps = [new(double.NaN, 0, 0)];

    public ScoreSteps(Predictions predictions)
    {
        int[] order = [.. Enumerable.Range(0, predictions.Label.Length).OrderByDescending(row => predictions.Scores[row][0])];
        foreach (var tied in order.GroupBy(row => predictions.Scores[row][0]))
        {
            var (found, wrong) = (_steps[^1].TruePositives, _steps[^1].FalsePositives);
            foreach (var row in tied)
                if (predictions.Label[row] > 0)
                    found += predictions.WeightOf(row);
                else
                    wrong += predictions.WeightOf(row);
            _steps.Add(new(predictions.Scores[tied.First()][1], found, wrong));
        }
    }

    double Positives => _steps[^1].TruePositives;

    double Negatives => _steps[^1].FalsePositives;

    public bool HasBothClasses => Positives > 0 && Negatives > 0;

    public Figure RocCurve() => new(FigureKind.RocCurve, "", ["false positive rate", "true positive rate", "probability"],
        [.. Thin(_steps, step => (step.FalsePositives / Negatives + step.TruePositives / Positives) / 2)
            .Select(step => FigureRow.Of("", step.FalsePositives / Negatives, step.TruePositives / Positives, step.Probability))]);

    public Figure PrecisionRecallCurve() => new(FigureKind.PrecisionRecallCurve, "", ["recall", "precision", "probability"],
        [.. Thin(_steps[1..], step => step.TruePositives / Positives)
            .Select(step => FigureRow.Of("", step.TruePositives / Positives, step.TruePositives / (step.TruePositives + step.FalsePositives), step.Probability))]);

    /// <summary>Of the rows with the highest scores, in steps of 5 %, what share of the positives is among them, and how many times chance that is.</summary>
    public Figure Lift() => new(FigureKind.Lift, "", ["share of rows", "share of positives", "lift"],
        [.. Enumerable.Range(0, 21).Select(step => step / 20.0).Select(share => (Share: share, Found: FoundIn(share)))
            .Select(point => FigureRow.Of("", point.Share, point.Found, point.Share > 0 ? point.Found / point.Share : double.NaN))]);

    /// <summary>Rows of one score come in the mean of all their orders, so between two steps it rises evenly.</summary>
    double FoundIn(double share)
    {
        var rows = share * (Positives + Negatives);
        var next = _steps.FindIndex(step => step.TruePositives + step.FalsePositives >= rows);
        if (next <= 0)
            return next == 0 ? 0 : 1;
        var (before, after) = (_steps[next - 1], _steps[next]);
        var from = before.TruePositives + before.FalsePositives;
        var part = (rows - from) / (after.TruePositives + after.FalsePositives - from);
        return (before.TruePositives + part * (after.TruePositives - before.TruePositives)) / Positives;
    }

    /// <summary>The first step, the last, and in between the first that is a part of the way further: a curve's shape needs no more.</summary>
    /// <param name="way">From 0 to 1, ascending.</param>
    static IEnumerable<Step> Thin(List<Step> steps, Func<Step, double> way)
    {
        var next = 0.0;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps.Count > Figure.MostPoints && i < steps.Count - 1 && way(steps[i]) < next)
                continue;
            // One less for the first, and one for the last.
            next = way(steps[i]) + 1.0 / (Figure.MostPoints - 2);
            yield return steps[i];
        }
    }
}
