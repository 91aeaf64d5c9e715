namespace Kiln.Onnx.Evaluation;

/// <summary>What the graph reads: of a trained model one number or one text per row.</summary>
sealed record EvaluatorInput(string Name, Slot Slot);
