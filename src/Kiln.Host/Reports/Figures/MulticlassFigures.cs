using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>Which classes a model takes for which.</summary>
static class MulticlassFigures
{
    /// <summary>Of more the rest is one row and one column.</summary>
    const int MostClasses = 12;

    const int MostListed = 100;

    /// <param name="classes">Their names, in the order of the scores.</param>
    public static IEnumerable<Figure> Measure(Predictions predictions, IReadOnlyList<string> classes)
    {
        var counts = new double[classes.Count, classes.Count];
        var said = predictions.Scores.Select(scores => Array.IndexOf(scores, scores.Max())).ToArray();
        for (var row = 0; row < said.Length; row++)
            counts[(int)predictions.Label[row], said[row]] += predictions.WeightOf(row);
        yield return Confusion(counts, classes);
        yield return Classes(counts, classes);
        if (CalibrationFigure.Measure(predictions) is { } calibration)
            yield return calibration;
    }

    /// <summary>Rows are what is true, columns what is predicted; the classes with the most mistakes come first.</summary>
    static Figure Confusion(double[,] counts, IReadOnlyList<string> classes)
    {
        var order = Enumerable.Range(0, classes.Count).OrderByDescending(c => Actual(counts, c) + Predicted(counts, c) - 2 * counts[c, c]).ToArray();
        int[][] groups = classes.Count <= MostClasses
            ? [.. order.Select(c => (int[])[c])]
            : [.. order[..(MostClasses - 1)].Select(c => (int[])[c]), order[(MostClasses - 1)..]];
        string[] names = [.. groups.Select(group => group is [var one] ? classes[one] : $"{group.Length} other classes")];
        return new(FigureKind.Confusion, "", names,
            [.. groups.Select((actual, g) => FigureRow.Of(names[g], groups.Select(predicted => actual.Sum(a => predicted.Sum(p => counts[a, p])))))]);
    }

    static Figure Classes(double[,] counts, IReadOnlyList<string> classes) => new(FigureKind.Classes, "", ["precision", "recall", "F1", "rows"],
        [.. Enumerable.Range(0, classes.Count).OrderByDescending(c => Actual(counts, c)).Take(MostListed).Select(c => FigureRow.Of(classes[c],
            counts[c, c] / Predicted(counts, c), counts[c, c] / Actual(counts, c), 2 * counts[c, c] / (Actual(counts, c) + Predicted(counts, c)), Actual(counts, c)))]);

    static double Actual(double[,] counts, int c) => Enumerable.Range(0, counts.GetLength(1)).Sum(predicted => counts[c, predicted]);

    static double Predicted(double[,] counts, int c) => Enumerable.Range(0, counts.GetLength(0)).Sum(actual => counts[actual, c]);
}
