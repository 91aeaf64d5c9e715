namespace Kiln.Onnx.Operators;

/// <summary><c>Normalizer</c>: the row divided by its own length, where that is not 0.</summary>
sealed class Normalizer : Operator
{
    readonly Slot input;
    readonly Slot result;
    readonly string norm;

    public Normalizer(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        norm = node.Text("norm", "MAX");
        if (norm is not ("L1" or "L2") || input.Inner != 1)
            throw node.Invalid($"scales by {norm}, which this version of Kiln does not know");
        result = binding.Output(node, 0, SlotKind.Number, input.Length);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(input);
        var to = row.Numbers(result);
        var sum = 0.0;
        foreach (var value in from)
            sum += norm == "L1" ? Math.Abs(value) : (double)value * value;
        var length = norm == "L1" ? sum : Math.Sqrt(sum);
        for (var i = 0; i < to.Length; i++)
            to[i] = length == 0 ? from[i] : (float)(from[i] / length);
    }
}
