namespace Kiln.Onnx.Operators;

/// <summary><c>ArgMax</c> and <c>ArgMin</c>: which element of the row is the largest or the smallest.</summary>
sealed class ArgMax : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly bool _smallest;
    readonly bool _last;

    public ArgMax(OnnxNode node, GraphBinding binding, bool smallest)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        if (node.Int("axis", 0) is not (1 or -1) || _input.Inner != 1)
            throw node.Invalid("does not run along the row (axis 1)");
        _smallest = smallest;
        _last = node.Int("select_last_index", 0) != 0;
        _result = binding.Output(node, 0, SlotKind.Integer, 1);
    }

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var best = 0;
        for (var i = 1; i < from.Length; i++)
        {
            var order = _smallest ? from[best].CompareTo(from[i]) : from[i].CompareTo(from[best]);
            if (order > 0 || (order == 0 && _last))
                best = i;
        }
        row.Integers(_result)[0] = best;
    }
}
