namespace Kiln.Onnx.Explanations;

/// <summary>A model's scores cannot be divided among its columns; the message says why, as the end of a sentence.</summary>
sealed class NotExplainedException(string message) : Exception(message);
