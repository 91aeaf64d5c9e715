namespace Kiln.Onnx.Operators;

/// <summary><c>OneHotEncoder</c>: per input element a 1 at the place of its category and 0 elsewhere; an unknown one gets zeros.</summary>
static class OneHotEncoder
{
    public static Operator Bind(OnnxNode node, GraphBinding binding)
    {
        if (node.Int("zeros", 1) == 0)
            throw node.Invalid("fails on unknown categories, which this version of Kiln does not know");
        var input = binding.Input(node, 0);
        return input.Kind switch
        {
            SlotKind.Text => new OneHotEncoder<string>(node, binding, input, node.Texts("cats_strings"), row => row.Texts(input)),
            SlotKind.Integer => new OneHotEncoder<long>(node, binding, input, node.Ints("cats_int64s"), row => row.Integers(input)),
            _ => new OneHotEncoder<float>(node, binding, input, [.. node.Ints("cats_int64s").Select(category => (float)category)], row => row.Numbers(input), MathF.Truncate),
        };
    }
}

/// <inheritdoc cref="OneHotEncoder"/>
sealed class OneHotEncoder<T> : Operator where T : notnull
{
    readonly Dictionary<T, int> _categories;
    readonly Slot _input;
    readonly ReadFrom _read;

    /// <summary>What a category is made of a value by; null for none: it is the value.</summary>
    readonly Func<T, T>? _normal;
    readonly Slot _result;

    public OneHotEncoder(OnnxNode node, GraphBinding binding, Slot input, T[] categories, ReadFrom read, Func<T, T>? normal = null)
    {
        if (categories.Length == 0)
            throw node.Invalid("has no categories of its input's type");
        (_input, _read, _normal) = (input, read, normal);
        _categories = new(categories.Length);
        for (var i = 0; i < categories.Length; i++)
            _categories[categories[i]] = i;
        _result = binding.Output(node, 0, SlotKind.Number, checked(input.Length * categories.Length), categories.Length);
    }

    public delegate ReadOnlySpan<T> ReadFrom(Row row);

    public override void Trace(Lineage lineage)
    {
        for (var i = 0; i < _result.Length; i++)
            lineage.Follow(_input, i / _result.Inner, _result, i, Shape.Any);
    }

    public override void Run(Row row)
    {
        var encoded = row.Numbers(_result);
        encoded.Clear();
        var from = _read(row);
        for (var i = 0; i < from.Length; i++)
        {
            if (_categories.TryGetValue(_normal is null ? from[i] : _normal(from[i]), out var category))
                encoded[i * _result.Inner + category] = 1;
        }
    }
}
