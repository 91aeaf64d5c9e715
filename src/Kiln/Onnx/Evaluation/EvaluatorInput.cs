namespace Kiln.Onnx.Evaluation;

/// <summary>A column the graph reads: one number or one text per row.</summary>
readonly record struct EvaluatorInput(string Name, Slot Slot);
