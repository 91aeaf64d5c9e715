namespace Kiln.Onnx.Operators;

/// <summary>What an <see cref="Elementwise{TFunction}"/> makes of two elements.</summary>
interface IElementFunction
{
    static abstract float Apply(float a, float b);

    static abstract long Apply(long a, long b);
}

readonly struct Add : IElementFunction
{
    public static float Apply(float a, float b) => a + b;

    public static long Apply(long a, long b) => a + b;
}

readonly struct Subtract : IElementFunction
{
    public static float Apply(float a, float b) => a - b;

    public static long Apply(long a, long b) => a - b;
}

readonly struct Multiply : IElementFunction
{
    public static float Apply(float a, float b) => a * b;

    public static long Apply(long a, long b) => a * b;
}

readonly struct Divide : IElementFunction
{
    public static float Apply(float a, float b) => a / b;

    public static long Apply(long a, long b) => b == 0 ? 0 : a / b;
}

readonly struct Largest : IElementFunction
{
    public static float Apply(float a, float b) => MathF.Max(a, b);

    public static long Apply(long a, long b) => Math.Max(a, b);
}

readonly struct Smallest : IElementFunction
{
    public static float Apply(float a, float b) => MathF.Min(a, b);

    public static long Apply(long a, long b) => Math.Min(a, b);
}

readonly struct Power : IElementFunction
{
    public static float Apply(float a, float b) => MathF.Pow(a, b);

    public static long Apply(long a, long b) => (long)Math.Pow(a, b);
}

readonly struct Both : IElementFunction
{
    public static float Apply(float a, float b) => a * b;

    public static long Apply(long a, long b) => a & b;
}

readonly struct Either : IElementFunction
{
    public static float Apply(float a, float b) => a + b;

    public static long Apply(long a, long b) => a | b;
}
