using Kiln.Host.Boosters;
using Kiln.Host.Export.Steps;
using Microsoft.ML.Calibrators;

namespace Kiln.Host.Export.Parity;

/// <summary>How much a probability changes with the scores it is made of, at most.</summary>
static class Slope
{
    /// <summary>
    /// Of classes: with p the probability, softmax has 2p(1 - p) where one score rises and the others fall; shares of one sigmoid a class
    /// have no more.
    /// </summary>
    public const double OfClasses = 0.5;

    /// <summary>Of one score: a quarter, times what the calibrator multiplies the score by.</summary>
    public static double OfScore(IEnumerable<PipelineStep> steps) => steps.Select(step => Steepness(step.Model)).Append(1).Max() / 4;

    static double Steepness(object? model) => model switch
    {
        PlattCalibrator platt => Math.Abs(platt.Slope),
        CalibratedModelParametersBase calibrated => Steepness(Internals.Call(calibrated, "get_Calibrator")),
        _ => 1,
    };
}
