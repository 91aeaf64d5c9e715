namespace Kiln.Onnx.Compilation;

/// <summary>What a number, or neighbouring elements that are made of one text, add to each sum of a linear model.</summary>
/// <param name="Text">Which of the texts it is; -1 for a number.</param>
/// <param name="Number">The number, and</param>
/// <param name="Weights">what it is multiplied by, for each sum.</param>
/// <param name="Products">Of a text, for each of its codes: the terms that are not 0, one for each sum.</param>
readonly record struct LinearStep(int Text, LinearNumber Number, float[] Weights, double[][] Products);
