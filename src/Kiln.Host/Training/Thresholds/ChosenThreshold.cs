namespace Kiln.Host.Training.Thresholds;

/// <summary>A threshold that training rows chose.</summary>
/// <param name="Value">From which probability on the positive class is predicted.</param>
/// <param name="Reached">The metric it was chosen for, on these rows.</param>
/// <param name="AtHalf">The same metric where a probability of 0.5 decides.</param>
/// <param name="Rows">How many rows chose it.</param>
/// <param name="Positive">How many of them it predicts positive.</param>
sealed record ChosenThreshold(double Value, double Reached, double AtHalf, int Rows, int Positive);
