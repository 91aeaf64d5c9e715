namespace Kiln.Host.Baselines;

/// <summary>A row that measures the model.</summary>
/// <param name="Key">What it is recognised by.</param>
/// <param name="Label">0 or 1, the class's index, or the number.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Query">The number of the query that it is of, from 0; 0 for all where nothing is ranked.</param>
/// <param name="Scores">What the shipped predictor says of it.</param>
sealed record HeldOutRow(ulong Key, float Label, float Weight, int Query, float[] Scores);
