#pragma warning disable CS1591

namespace Xunit
{
    [AttributeUsage(AttributeTargets.Method)]
    public class FactAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Method)]
    public class TheoryAttribute : FactAttribute;

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public sealed class InlineDataAttribute(params object?[] data) : Attribute
    {
        public object?[] Data { get; } = data;
    }

    public static class Assert
    {
        public static void True(bool condition)
        {
        }

        public static void Equal<T>(T expected, T actual)
        {
        }

        public static void InRange<T>(T actual, T low, T high)
        {
        }

        public static void NotEmpty(System.Collections.IEnumerable collection)
        {
        }
    }
}
