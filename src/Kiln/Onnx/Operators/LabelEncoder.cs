namespace Kiln.Onnx.Operators;

/// <summary><c>LabelEncoder</c>: from each key to its value, and from what is no key to the default.</summary>
static class LabelEncoder
{
    public static Operator Bind(OnnxNode node, GraphBinding binding)
    {
        var input = binding.Input(node, 0);
        return input.Kind switch
        {
            SlotKind.Text => Bind(node, binding, input, node.Texts("keys_strings"), StringComparer.Ordinal, row => row.Texts(input)),
            SlotKind.Integer => Bind(node, binding, input, node.Ints("keys_int64s"), null, row => row.Integers(input)),
            _ => Bind(node, binding, input, node.Floats("keys_floats"), null, row => row.Numbers(input)),
        };
    }

    static Operator Bind<T>(OnnxNode node, GraphBinding binding, Slot input, T[] keys, IEqualityComparer<T>? comparer, LabelEncoder<T>.ReadFrom read)
        where T : notnull
    {
        var places = new Dictionary<T, int>(keys.Length, comparer);
        for (var i = 0; i < keys.Length; i++)
            places.TryAdd(keys[i], i);

        if (node.Has("values_int64s"))
        {
            var output = binding.Output(node, 0, SlotKind.Integer, input.Length, input.Inner);
            return new LabelEncoder<T>.To<long>(places, read, Values(node.Ints("values_int64s")), node.Int("default_int64", -1), row => row.Integers(output));
        }
        if (node.Has("values_strings"))
        {
            var output = binding.Output(node, 0, SlotKind.Text, input.Length, input.Inner);
            return new LabelEncoder<T>.To<string>(places, read, Values(node.Texts("values_strings")), node.Text("default_string", "_Unused"), row => row.Texts(output));
        }
        else
        {
            var output = binding.Output(node, 0, SlotKind.Number, input.Length, input.Inner);
            return new LabelEncoder<T>.To<float>(places, read, Values(node.Floats("values_floats")), node.Float("default_float", -0f), row => row.Numbers(output));
        }

        TValue[] Values<TValue>(TValue[] values) =>
            values.Length == keys.Length && keys.Length > 0 ? values : throw node.Invalid($"has {values.Length} values for {keys.Length} keys");
    }
}

/// <inheritdoc cref="LabelEncoder"/>
static class LabelEncoder<TKey> where TKey : notnull
{
    public delegate ReadOnlySpan<TKey> ReadFrom(Row row);

    public sealed class To<TValue>(Dictionary<TKey, int> places, ReadFrom read, TValue[] values, TValue otherwise, To<TValue>.WriteTo write) : Operator
    {
        public delegate Span<TValue> WriteTo(Row row);

        public override void Run(Row row)
        {
            var from = read(row);
            var to = write(row);
            for (var i = 0; i < from.Length; i++)
                to[i] = places.TryGetValue(from[i], out var place) ? values[place] : otherwise;
        }
    }
}
