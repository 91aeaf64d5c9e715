namespace Kiln.Onnx.Operators;

/// <summary>What a <see cref="ReduceSum{TTerm}"/> adds up of an element.</summary>
interface ISumTerm
{
    static abstract double Of(float value);
}

readonly struct ItsValue : ISumTerm
{
    public static double Of(float value) => value;
}

readonly struct ItsSquare : ISumTerm
{
    public static double Of(float value) => (double)value * value;
}
