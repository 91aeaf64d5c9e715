namespace Kiln.Onnx.Operators;

/// <summary><c>Scaler</c>: each element less its offset, times its scale.</summary>
sealed class Scaler : Operator
{
    readonly Slot input;
    readonly Slot result;
    readonly float[] offsets;
    readonly float[] scales;

    public Scaler(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        offsets = node.Floats("offset");
        scales = node.Floats("scale");
        if (Wrong(offsets) || Wrong(scales))
            throw node.Invalid($"has {offsets.Length} offsets and {scales.Length} scales for {input.Length} elements");
        result = binding.Output(node, 0, SlotKind.Number, input.Length, input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Numbers(result);
        for (var i = 0; i < to.Length; i++)
            to[i] = (from[i] - offsets[offsets.Length == 1 ? 0 : i]) * scales[scales.Length == 1 ? 0 : i];
    }

    bool Wrong(float[] values) => values.Length != 1 && values.Length != input.Length;
}
