namespace Kiln.Onnx.Operators;

/// <summary><c>ReduceSum</c> and <c>ReduceSumSquare</c> of a row over axis 1: to one element, or to one per element of the last axis where there are two.</summary>
sealed class ReduceSum<TTerm> : Operator where TTerm : ISumTerm
{
    readonly Slot _input;
    readonly Slot _result;

    public ReduceSum(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        var keep = node.Int("keepdims", 1) != 0;
        var axes = node.Has("axes") || node.Inputs.Count < 2 ? node.Ints("axes") : binding.Constant(node, 1).Ints;
        if (axes is not [1] && !(axes is [-1] && _input.Inner == 1) || (_input.Inner != 1 && keep))
            throw node.Invalid("does not sum along the row (axis 1) to a row");
        _result = binding.Output(node, 0, SlotKind.Number, _input.Inner);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
        {
            var sum = 0.0;
            for (var j = i; j < from.Length; j += to.Length)
                sum += TTerm.Of(from[j]);
            to[i] = (float)sum;
        }
    }

    public override double Magnitude(Row row, double incoming)
    {
        var sum = 0.0;
        foreach (var value in row.Numbers(_input))
            sum += Math.Abs(TTerm.Of(value));
        return Math.Max(incoming, sum);
    }
}
