namespace Kiln.Onnx.Compilation;

/// <summary>An element that a model asks for, as what follows from its source.</summary>
/// <param name="source">The source.</param>
/// <param name="values">Of a text, the element's value for each code.</param>
/// <param name="missing">Of a number, the element's value for NaN.</param>
/// <param name="constant">Of a number that says no more than whether it is missing, the element's value where it is not; else null.</param>
sealed class Feature(Source source, float[] values, float missing, float? constant)
{
    public Source Source => source;

    /// <summary>Of a number that is missing, the element's value.</summary>
    public float Missing => missing;

    /// <summary>Of a number that says no more than whether it is missing, the element's value where it is not; else null.</summary>
    public float? Constant => constant;

    public float Value(int code) => source.IsText ? values[code]
        : source.IsMissing(code) ? missing
        : constant ?? source.Number(code);
}
