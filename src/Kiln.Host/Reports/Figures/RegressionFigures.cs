using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>How far predicted numbers are off, and where.</summary>
static class RegressionFigures
{
    /// <summary>To a side: 400 cells.</summary>
    const int Cells = 20;

    const int ErrorBins = 30;

    /// <summary>Outside on each side, where it counts with the nearest cell.</summary>
    const double Tail = 0.005;

    /// <param name="interval">The share of values that is to lie within the intervals; null where there are none.</param>
    public static IEnumerable<Figure> Measure(Predictions predictions, double? interval)
    {
        double[] predicted = [.. predictions.Scores.Select(scores => (double)scores[0])];
        double[] actual = [.. predictions.Label.Select(label => (double)label)];
        double[] errors = [.. predicted.Select((value, row) => value - actual[row])];
        yield return PredictedAgainstActual(predicted, actual);
        var tenths = Tenths(predicted);
        yield return Residuals(tenths, predicted, actual, errors);
        yield return Errors(errors);
        if (interval is { } share)
            yield return Coverage(tenths, predictions, predicted, share);
    }

    static Figure PredictedAgainstActual(double[] predicted, double[] actual)
    {
        var bins = Bins.Within(predicted.Concat(actual), Tail, Cells);
        var cells = predicted.Select((value, row) => (X: bins.Of(value), Y: bins.Of(actual[row]))).CountBy(cell => cell).OrderBy(cell => cell.Key);
        return new(FigureKind.PredictedAgainstActual, "", ["predicted from", "predicted to", "actual from", "actual to", "rows"],
            [.. cells.Select(cell => FigureRow.Of("", bins.Start(cell.Key.X), bins.Start(cell.Key.X + 1), bins.Start(cell.Key.Y), bins.Start(cell.Key.Y + 1), cell.Value))]);
    }

    /// <summary>The rows in the order of their predictions, in tenths.</summary>
    static IReadOnlyList<int[]> Tenths(double[] predicted)
    {
        int[] order = [.. Enumerable.Range(0, predicted.Length).OrderBy(row => predicted[row])];
        var bins = CalibrationBins.Divide([.. order.Select(row => (float)predicted[row])]);
        return bins.Count > 0 ? [.. bins.Select(bin => order[bin.From..bin.To])] : [order];
    }

    static Figure Residuals(IReadOnlyList<int[]> tenths, double[] predicted, double[] actual, double[] errors) => new(FigureKind.Residuals, "",
        ["predicted from", "predicted to", "mean predicted", "mean actual", "error 5 %", "error 25 %", "error 50 %", "error 75 %", "error 95 %", "rows"],
        [.. tenths.Select(rows =>
        {
            double[] ascending = [.. rows.Select(row => errors[row]).Order()];
            return FigureRow.Of("",
            [
                predicted[rows[0]], predicted[rows[^1]], rows.Average(row => predicted[row]), rows.Average(row => actual[row]),
                .. new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }.Select(share => Bins.Quantile(ascending, share)), rows.Length,
            ]);
        })]);

    static Figure Errors(double[] errors)
    {
        var bins = Bins.Within(errors, Tail, ErrorBins);
        var counts = new double[ErrorBins];
        foreach (var error in errors)
            counts[bins.Of(error)]++;
        return new(FigureKind.Errors, "", ["error from", "error to", "rows"],
            [.. Enumerable.Range(0, ErrorBins).Select(bin => FigureRow.Of("", bins.Start(bin), bins.Start(bin + 1), counts[bin]))]);
    }

    static Figure Coverage(IReadOnlyList<int[]> tenths, Predictions predictions, double[] predicted, double share) => new(FigureKind.Coverage, "",
        ["predicted from", "predicted to", "within", "low", "high", "wanted", "rows"],
        [.. tenths.Select(rows =>
        {
            var within = rows.Average(row => predictions.Label[row] >= predictions.Scores[row][1] && predictions.Label[row] <= predictions.Scores[row][2] ? 1.0 : 0);
            var interval = WilsonInterval.Of(within, rows.Length);
            return FigureRow.Of("", predicted[rows[0]], predicted[rows[^1]], within, interval.Low, interval.High, share, rows.Length);
        })]);
}
