namespace Kiln.Onnx.Compilation;

/// <summary>What a number, a category or a text adds to each sum of a linear model.</summary>
/// <param name="Text">Which of the categories it is; -1 for a number or a text.</param>
/// <param name="Number">The number, or where the text lies, and</param>
/// <param name="Weights">what it, or each of its n-grams, is multiplied by, for each sum.</param>
/// <param name="Products">Of a category, for each of its codes: the terms that are not 0, one for each sum.</param>
/// <param name="Vector">What is made of a text; else null.</param>
readonly record struct LinearStep(int Text, LinearNumber Number, float[] Weights, double[][] Products, TextVector? Vector);
