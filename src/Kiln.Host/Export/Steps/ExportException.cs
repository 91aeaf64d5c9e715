namespace Kiln.Host.Export.Steps;

/// <summary>A model cannot become an ONNX file that predicts the same. The message names the step or column, and the way out.</summary>
sealed class ExportException(string message, Exception? inner = null) : Exception(message, inner);
