using System.Globalization;

namespace Kiln.Host.Evaluation;

/// <summary>
/// Whether probabilities mean what they say: of all rows with 0.8, eight in ten should be so. Measured as the expected calibration error over
/// bins of equally many rows (Naeini et al., 2015), which chance alone makes greater than 0: so it is held against what chance makes of
/// probabilities that are right (Bröcker and Smith, 2007).
/// </summary>
static class Calibration
{
    const int Draws = 1_000;

    /// <summary>Of many rows the limit is known well from fewer.</summary>
    const int DrawsOfManyRows = 200;
    const int ManyRows = 20_000;

    /// <summary>Fixed: the same predictions always get the same answer.</summary>
    const int Seed = 20170;

    /// <summary>A line for the report; null where there are no probabilities, or too few rows.</summary>
    public static string? Describe(Predictions predictions)
    {
        if (CalibrationBins.From(predictions) is not { } bins)
            return null;
        var error = Measure(bins);
        var said = $"expected calibration error {Text(error.Value)}, and probabilities that are right have up to {Text(error.Limit)} on so many rows";
        if (error.Value <= error.Limit)
            return said;
        var (from, to, probability, share) = bins.Worst();
        return $"{said}: those {(Text(from) == Text(to) ? $"of {Text(from)}" : $"from {Text(from)} to {Text(to)}")} are too {(probability > share ? "high" : "low")}, {Text(probability)} on average where {Text(share)} came true";
    }

    /// <summary>Null where there are no probabilities, or too few rows.</summary>
    public static CalibrationError? Measure(Predictions predictions) => CalibrationBins.From(predictions) is { } bins ? Measure(bins) : null;

    /// <summary>Chance is what the error is of draws that get their outcomes from the probabilities themselves.</summary>
    static CalibrationError Measure(CalibrationBins bins)
    {
        var random = new Random(Seed);
        var errors = new double[bins.Rows > ManyRows ? DrawsOfManyRows : Draws];
        for (var i = 0; i < errors.Length; i++)
            errors[i] = bins.Draw(random).Error();
        Array.Sort(errors);
        return new(bins.Error(), errors.Average(), errors[(int)(0.95 * errors.Length)]);
    }

    static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
