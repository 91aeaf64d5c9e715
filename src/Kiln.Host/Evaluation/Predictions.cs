using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>What the model said of some rows, and what was true.</summary>
/// <param name="Label">For each row 0 or 1, the class's index, or the number.</param>
/// <param name="Scores">For each row what the predictor gives: score and probability, a probability for each class, or the number.</param>
sealed record Predictions(TaskKind Task, float[] Label, float[][] Scores);
