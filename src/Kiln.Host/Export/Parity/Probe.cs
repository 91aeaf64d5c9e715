namespace Kiln.Host.Export.Parity;

/// <summary>A row of a model's feature columns, and what to call it.</summary>
sealed record Probe(float[] Columns, string Name);
