namespace Kiln.Host.Data.Inference.Doubts;

/// <summary>What is doubtful about a column, at the row that makes it so (over all files, from 0).</summary>
sealed record Doubt(int Column, int Row, string Id, string Message);
