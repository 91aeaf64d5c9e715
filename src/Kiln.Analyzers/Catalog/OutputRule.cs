namespace Kiln.Analyzers.Catalog;

/// <summary>How an output's type follows from an input's: <c>key&lt;item&gt;*</c>, <c>float[]</c>.</summary>
/// <param name="Pattern">As the table writes it.</param>
/// <param name="Normalized">Whether ML.NET calls the output normalized.</param>
/// <param name="KeepsMissing">Whether a NaN that goes in comes out.</param>
sealed record OutputRule(string Pattern, bool Normalized, bool KeepsMissing)
{
    /// <summary>Null where the pattern asks what is not known, such as the values of a key.</summary>
    public ViewType? Apply(ViewType input)
    {
        var isSameShape = Pattern.EndsWith("*", StringComparison.Ordinal);
        var item = Pattern.Substring(0, Pattern.Length - (isSameShape ? 1 : ViewType.Suffix(ViewType.Parse(Pattern).Shape).Length));
        var shape = isSameShape ? input.Shape : ViewType.Parse(Pattern).Shape;
        return item switch
        {
            "item" => input.As(shape),
            "value" => input.KeyValues is { } values ? new(values, shape) : null,
            "key<item>" => new ViewType(ViewType.PlainKey, shape, IsKey: true, input.Item),
            _ => ViewType.Parse(item).As(shape),
        };
    }
}
