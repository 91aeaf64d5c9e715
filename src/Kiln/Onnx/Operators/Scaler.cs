namespace Kiln.Onnx.Operators;

/// <summary><c>Scaler</c>: each element less its offset, times its scale.</summary>
sealed class Scaler : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly float[] _offsets;
    readonly float[] _scales;

    public Scaler(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _offsets = node.Floats("offset");
        _scales = node.Floats("scale");
        if (Wrong(_offsets) || Wrong(_scales))
            throw node.Invalid($"has {_offsets.Length} offsets and {_scales.Length} scales for {_input.Length} elements");
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public Slot Input => _input;

    public Slot Result => _result;

    public float Offset(int element) => _offsets[_offsets.Length == 1 ? 0 : element];

    public float Scale(int element) => _scales[_scales.Length == 1 ? 0 : element];

    public override void Trace(Lineage lineage) => lineage.Follow(_input, _result, Shape.Any);

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = (from[i] - Offset(i)) * Scale(i);
    }

    bool Wrong(float[] values) => values.Length != 1 && values.Length != _input.Length;
}
