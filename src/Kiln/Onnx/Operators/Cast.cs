using System.Globalization;

namespace Kiln.Onnx.Operators;

/// <summary><c>Cast</c> between numbers, integers and truth values, and from integers to texts.</summary>
sealed class Cast : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly TensorElementType _type;

    Cast(Slot input, Slot result, TensorElementType type)
    {
        _input = input;
        _result = result;
        _type = type;
    }

    public static Cast? Bind(OnnxNode node, GraphBinding binding)
    {
        var input = binding.Input(node, 0);
        var type = (TensorElementType)node.Int("to", 0);
        var kind = type switch
        {
            TensorElementType.Float or TensorElementType.Double => SlotKind.Number,
            TensorElementType.String => SlotKind.Text,
            TensorElementType.Bool or TensorElementType.Int32 or TensorElementType.Int64 or TensorElementType.UInt32 => SlotKind.Integer,
            _ => throw node.Invalid($"casts to {type}, which this version of Kiln does not know"),
        };
        if (input.Kind == kind && type is (TensorElementType.Float or TensorElementType.Double or TensorElementType.String or TensorElementType.Int64))
        {
            binding.Alias(node, input);
            return null;
        }
        if (input.Kind == SlotKind.Integer && kind == SlotKind.Text)
            return new(input, binding.Output(node, 0, kind, input.Length, input.Inner), type);
        if (input.Kind == SlotKind.Text || kind == SlotKind.Text)
            throw node.Invalid("casts from text or from a number to it, which this version of Kiln does not know");
        return new(input, binding.Output(node, 0, kind, input.Length, input.Inner), type);
    }

    public override void Trace(Lineage lineage) => lineage.Follow(_input, _result, Shape.Any);

    public override void Run(Row row)
    {
        if (_result.Kind == SlotKind.Text)
        {
            for (var i = 0; i < _result.Length; i++)
                row.Texts(_result)[i] = row.Integers(_input)[i].ToString(CultureInfo.InvariantCulture);
            return;
        }
        if (_input.Kind == SlotKind.Integer && _result.Kind == SlotKind.Number)
        {
            var to = row.Numbers(_result);
            for (var i = 0; i < to.Length; i++)
                to[i] = row.Integers(_input)[i];
            return;
        }
        var integers = row.Integers(_result);
        for (var i = 0; i < integers.Length; i++)
            integers[i] = _input.Kind == SlotKind.Number ? Narrow(row.Numbers(_input)[i]) : Narrow(row.Integers(_input)[i]);
    }

    long Narrow(float value) => _type == TensorElementType.Bool ? (value != 0 ? 1 : 0) : Narrow((long)value);

    long Narrow(long value) => _type switch
    {
        TensorElementType.Bool => value != 0 ? 1 : 0,
        TensorElementType.Int32 => (int)value,
        TensorElementType.UInt32 => (uint)value,
        _ => value,
    };
}
