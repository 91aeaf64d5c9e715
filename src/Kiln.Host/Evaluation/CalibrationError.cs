namespace Kiln.Host.Evaluation;

/// <summary>How far probabilities are from what they say, beside what chance alone makes of such that are right.</summary>
/// <param name="Value">The expected calibration error, from 0 to 1.</param>
/// <param name="Expected">What it is on average of probabilities that are right, on so many rows.</param>
/// <param name="Limit">What 95 % of such draws stay below.</param>
readonly record struct CalibrationError(double Value, double Expected, double Limit);
