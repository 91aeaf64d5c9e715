namespace Kiln.Onnx.Operators;

/// <summary>What an <see cref="Elementwise{TFunction}"/> makes of two elements.</summary>
interface IElementFunction
{
    static abstract float Apply(float a, float b);
}

readonly struct Add : IElementFunction
{
    public static float Apply(float a, float b) => a + b;
}

readonly struct Subtract : IElementFunction
{
    public static float Apply(float a, float b) => a - b;
}

readonly struct Multiply : IElementFunction
{
    public static float Apply(float a, float b) => a * b;
}

readonly struct Divide : IElementFunction
{
    public static float Apply(float a, float b) => a / b;
}

readonly struct Largest : IElementFunction
{
    public static float Apply(float a, float b) => MathF.Max(a, b);
}

readonly struct Smallest : IElementFunction
{
    public static float Apply(float a, float b) => MathF.Min(a, b);
}
