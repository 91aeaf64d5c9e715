namespace Kiln.Host.Training.Intervals;

/// <summary>What a model that did not see a row is off by.</summary>
/// <param name="Row">Of the table.</param>
/// <param name="Error">The label less the score.</param>
/// <param name="Weight">How much the row counts.</param>
readonly record struct OutOfFoldError(int Row, double Error, float Weight);
