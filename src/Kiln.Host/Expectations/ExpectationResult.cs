using Kiln.Contracts.Expectations;

namespace Kiln.Host.Expectations;

/// <summary>How a model does against an expectation.</summary>
/// <param name="Example">The row on which it does worst, from which value to which, with the scores; null where none goes the wrong way, or it is taken from a lock.</param>
sealed record ExpectationResult(MeasuredExpectation Measured, string? Example);
