using Kiln.Host.Evaluation;

namespace Kiln.Host.Reports.Figures;

/// <summary>For each bin of equally many rows the mean of its probabilities, and the share of its rows that came true with a 95 % interval.</summary>
static class CalibrationFigure
{
    public static Figure? Measure(Predictions predictions) => CalibrationBins.From(predictions) is { } bins
        ? new(FigureKind.Calibration, "", ["from", "to", "mean probability", "came true", "low", "high", "rows"],
            [.. bins.All().Select(bin => Row(bin, WilsonInterval.Of(bin.Share, bin.Rows)))])
        : null;

    static FigureRow Row(CalibrationBin bin, WilsonInterval interval) =>
        FigureRow.Of("", bin.From, bin.To, bin.Probability, bin.Share, interval.Low, interval.High, bin.Rows);
}
