namespace Kiln.Onnx.Evaluation;

/// <summary>A column the graph reads: one number or one text per row.</summary>
sealed record EvaluatorInput(string Name, Slot Slot);
