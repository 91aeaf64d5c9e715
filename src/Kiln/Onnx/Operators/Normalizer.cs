namespace Kiln.Onnx.Operators;

/// <summary><c>Normalizer</c>: the row divided by its own length, where that is not 0.</summary>
sealed class Normalizer : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly string _norm;

    public Normalizer(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _norm = node.Text("norm", "MAX");
        if (_norm is not ("L1" or "L2") || _input.Inner != 1)
            throw node.Invalid($"scales by {_norm}, which this version of Kiln does not know");
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        var sum = 0.0;
        foreach (var i in new NonZeros(from))
            sum += _norm == "L1" ? Math.Abs(from[i]) : (double)from[i] * from[i];
        var length = _norm == "L1" ? sum : Math.Sqrt(sum);
        // Without a length nothing has a share of it, 0 neither.
        to.Fill(double.IsNaN(length) ? float.NaN : 0);
        foreach (var i in new NonZeros(from))
            to[i] = (float)(from[i] / length);
    }
}
