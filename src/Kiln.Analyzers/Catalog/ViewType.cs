namespace Kiln.Analyzers.Catalog;

/// <summary>A column's type in an <c>IDataView</c>, as far as ML.NET's estimators tell types apart.</summary>
/// <param name="Item">One value's type: <c>float</c>, <c>text</c>; for a key the type it is numbered with.</param>
/// <param name="IsKey">Whether it is a number that stands for one of a known set.</param>
/// <param name="KeyValues">For keys, the type of what they stand for; null where that is not known.</param>
readonly record struct ViewType(string Item, Shape Shape = Shape.Scalar, bool IsKey = false, string? KeyValues = null)
{
    /// <summary>What keys are numbered with where nothing else is said.</summary>
    public const string PlainKey = "uint";

    /// <summary>The type without its shape: <c>float</c>, <c>key&lt;text&gt;</c>, <c>key:byte</c>.</summary>
    public string ItemNotation =>
        !IsKey ? Item : (Item == PlainKey ? "key" : $"key:{Item}") + (KeyValues is null ? "" : $"<{KeyValues}>");

    public ViewType As(Shape shape) => this with { Shape = shape };

    /// <summary>As the table of estimators writes it: <c>float</c>, <c>float[]</c>, <c>text[?]</c>.</summary>
    public override string ToString() => ItemNotation + Suffix(Shape);

    /// <summary>As a message says it.</summary>
    public string Words => Shape switch
    {
        Shape.Vector => $"a vector of {ItemWords}",
        Shape.Unsized => $"a vector of {ItemWords} without a size",
        _ => ItemWords,
    };

    /// <summary>One value, as a message says it.</summary>
    public string ItemWords => !IsKey ? Item : string.IsNullOrEmpty(KeyValues) ? "a key" : $"a key of {KeyValues}";

    public static string Suffix(Shape shape) => shape switch { Shape.Vector => "[]", Shape.Unsized => "[?]", _ => "" };

    public static ViewType Parse(string text)
    {
        var shape = text.EndsWith("[]", StringComparison.Ordinal) ? Shape.Vector
            : text.EndsWith("[?]", StringComparison.Ordinal) ? Shape.Unsized
            : Shape.Scalar;
        var item = text.Substring(0, text.Length - Suffix(shape).Length);
        if (item != "key" && !item.StartsWith("key:", StringComparison.Ordinal) && !item.StartsWith("key<", StringComparison.Ordinal))
            return new(item, shape);
        var values = item.IndexOf('<');
        var head = values < 0 ? item : item.Substring(0, values);
        return new(
            head == "key" ? PlainKey : head.Substring("key:".Length), shape, IsKey: true,
            values < 0 ? null : item.Substring(values + 1, item.Length - values - 2));
    }
}
