namespace Kiln.Contracts.Releases;

/// <summary>What a released model said of one held-out row.</summary>
/// <param name="Row">The model's inputs by name: a number, a text, or null where the value is missing.</param>
/// <param name="Scores">What the predictor gave, rounded so that every machine gives the same.</param>
public sealed record ReleasedPrediction(IReadOnlyList<KeyValuePair<string, object?>> Row, IReadOnlyList<double> Scores);
