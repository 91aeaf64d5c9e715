namespace Kiln.Onnx.Compilation;

/// <summary>A number as a linear model takes it.</summary>
/// <param name="Place">Where it lies in a row.</param>
/// <param name="Missing">What stands for NaN.</param>
/// <param name="Constant">What stands for all other numbers; null where they stand for themselves.</param>
/// <param name="Offset">What is taken off,</param>
/// <param name="Scale">and what the rest is multiplied by.</param>
readonly record struct LinearNumber(int Place, float Missing, float? Constant, float Offset, float Scale)
{
    public float Value(float number) => ((float.IsNaN(number) ? Missing : Constant ?? number) - Offset) * Scale;
}
