using System.Globalization;
using Kiln.Contracts;

namespace Kiln.Host.Findings;

/// <summary>Whether probabilities are off by more than chance makes of right ones, and by enough to matter.</summary>
static class CalibrationCheck
{
    /// <summary>Beyond what chance makes. Whoever rounds probabilities to tenths is off by half as much.</summary>
    const double Matters = 0.05;

    /// <summary>As the line to what came true: on fewer, models of few rows are off by chance and by nature, and nobody could do anything about it.</summary>
    const int FewestRows = 100;

    public static (string Id, string Message)? Check(Evidence evidence, long heldOutRows)
    {
        if (heldOutRows < FewestRows || evidence.CalibrationError is not { } error || error.Value <= error.Limit || error.Value - error.Expected < Matters)
            return null;
        var line = evidence.Recalibration is { } fitted
            ? $"; calibration slope {Text(fitted.Slope.Value)} ({Text(fitted.Slope.Low)} to {Text(fitted.Slope.High)})"
                + (fitted.Intercept.IsDefined ? $", intercept {Text(fitted.Intercept.Value)} ({Text(fitted.Intercept.Low)} to {Text(fitted.Intercept.High)})" : "")
            : "";
        return (Ids.ProbabilitiesOff,
            $"probabilities are off by {Text(error.Value)} on average on {Counted.Format(heldOutRows, "held-out row")}, where chance makes {Text(error.Expected)} of right ones (expected calibration error){line}; "
            + "end an own pipeline in a calibrated trainer, add rows, or rely on their order only");
    }

    static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
