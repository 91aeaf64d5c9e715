using Kiln.Onnx.Texts;

namespace Kiln.Onnx.Operators;

/// <summary><c>LabelEncoder</c>: from each key to its value, and from what is no key to the default.</summary>
static class LabelEncoder
{
    public static Operator? Bind(OnnxNode node, GraphBinding binding)
    {
        if (binding.FindTokens(node, 0) is { } tokens)
        {
            var (terms, numbers) = (node.Texts("keys_strings"), node.Ints("values_int64s"));
            if (tokens.Numbers is not null || terms.Length != numbers.Length || terms.Length == 0)
                throw node.Invalid($"has {numbers.Length} numbers for {terms.Length} tokens");
            binding.AddTokens(node, tokens with { Numbers = new TermTable(terms, numbers, node.Int("default_int64", -1)) });
            return null;
        }
        var input = binding.Input(node, 0);
        return input.Kind switch
        {
            SlotKind.Text => Bind(node, binding, input, node.Texts("keys_strings"), row => row.Texts(input)),
            SlotKind.Integer => Bind(node, binding, input, node.Ints("keys_int64s"), row => row.Integers(input)),
            _ => Bind(node, binding, input, node.Floats("keys_floats"), row => row.Numbers(input)),
        };
    }

    static Operator Bind<T>(OnnxNode node, GraphBinding binding, Slot input, T[] keys, LabelEncoder<T>.ReadFrom read) where T : notnull
    {
        if (node.Has("values_int64s"))
        {
            var values = Map(node, keys, node.Ints("values_int64s"));
            var output = binding.Output(node, 0, SlotKind.Integer, input.Length, input.Inner);
            return new LabelEncoder<T>.To<long>(input, output, values, node.Int("default_int64", -1), read, row => row.Integers(output));
        }
        if (node.Has("values_strings"))
        {
            var values = Map(node, keys, node.Texts("values_strings"));
            var output = binding.Output(node, 0, SlotKind.Text, input.Length, input.Inner);
            return new LabelEncoder<T>.To<string>(input, output, values, node.Text("default_string", "_Unused"), read, row => row.Texts(output));
        }
        else
        {
            var values = Map(node, keys, node.Floats("values_floats"));
            var output = binding.Output(node, 0, SlotKind.Number, input.Length, input.Inner);
            return new LabelEncoder<T>.To<float>(input, output, values, node.Float("default_float", -0f), read, row => row.Numbers(output));
        }
    }

    static Dictionary<TKey, TValue> Map<TKey, TValue>(OnnxNode node, TKey[] keys, TValue[] values) where TKey : notnull
    {
        if (values.Length != keys.Length || keys.Length == 0)
            throw node.Invalid($"has {values.Length} values for {keys.Length} keys");
        var map = new Dictionary<TKey, TValue>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            map.TryAdd(keys[i], values[i]);
        return map;
    }
}

/// <inheritdoc cref="LabelEncoder"/>
static class LabelEncoder<TKey> where TKey : notnull
{
    public delegate ReadOnlySpan<TKey> ReadFrom(Row row);

    public sealed class To<TValue>(
        Slot input, Slot output, Dictionary<TKey, TValue> values, TValue otherwise, ReadFrom read, To<TValue>.WriteTo write) : Operator
    {
        public delegate Span<TValue> WriteTo(Row row);

        public override void Trace(Lineage lineage) => lineage.Follow(input, output, Shape.Any);

        public override void Run(Row row)
        {
            var from = read(row);
            var to = write(row);
            for (var i = 0; i < from.Length; i++)
                to[i] = values.GetValueOrDefault(from[i], otherwise);
        }
    }
}
