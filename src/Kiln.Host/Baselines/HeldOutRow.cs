namespace Kiln.Host.Baselines;

/// <summary>A row that measures the model.</summary>
/// <param name="Key">What it is recognised by.</param>
/// <param name="Label">0 or 1, the class's index, or the number.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Scores">What the shipped predictor says of it.</param>
sealed record HeldOutRow(ulong Key, float Label, float Weight, float[] Scores);
