namespace Kiln.Host.Evaluation;

/// <summary>Rows of like probability.</summary>
/// <param name="From">The least probability.</param>
/// <param name="To">The greatest.</param>
/// <param name="Probability">Their mean.</param>
/// <param name="Share">The share of the rows where it was so.</param>
/// <param name="Rows">How many they are; of rows that count differently, how many of equal weight would say as much (Kish, 1965).</param>
readonly record struct CalibrationBin(double From, double To, double Probability, double Share, double Rows);
