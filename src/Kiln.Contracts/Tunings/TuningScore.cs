namespace Kiln.Contracts.Tunings;

/// <summary>The best trial beside the default settings, on training rows that neither had learned from.</summary>
/// <param name="Loss">What was measured, by the name of the metric: <c>LogLoss</c> of classes, in bits as ML.NET has it, or <c>MeanSquaredError</c>.</param>
/// <param name="Default">Mean loss of the default settings.</param>
/// <param name="Best">Mean loss of the best trial.</param>
/// <param name="Low">Least that it gains, with 95 % confidence, where that it is the best of all trials is taken into account.</param>
/// <param name="High">Most that it gains.</param>
/// <param name="Chance">How often chance alone would make the best of as many trials gain as much, from 0 to 1.</param>
public sealed record TuningScore(string Loss, double Default, double Best, double Low, double High, double Chance);
