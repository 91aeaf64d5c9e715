namespace Kiln.Onnx.Operators;

/// <summary><c>Equal</c>, <c>Less</c>, <c>Greater</c> and their kin: element by element, where a single one counts for all.</summary>
sealed class Comparison : Operator
{
    readonly Slot _left;
    readonly Slot _right;
    readonly Slot _result;
    readonly Func<int, bool> _holds;

    /// <param name="node">The node.</param>
    /// <param name="binding">The graph.</param>
    /// <param name="holds">Whether it holds for what is less (negative), equal (0) or greater (positive).</param>
    public Comparison(OnnxNode node, GraphBinding binding, Func<int, bool> holds)
    {
        (_left, _right, _holds) = (binding.Input(node, 0), binding.Input(node, 1), holds);
        var length = Math.Max(_left.Length, _right.Length);
        if (_left.Kind != _right.Kind || (_left.Length != length && _left.Length != 1) || (_right.Length != length && _right.Length != 1))
            throw node.Invalid("compares values of different types or lengths");
        _result = binding.Output(node, 0, SlotKind.Integer, length);
    }

    public override void Run(Row row)
    {
        var to = row.Integers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = Holds(row, _left.Length == 1 ? 0 : i, _right.Length == 1 ? 0 : i) ? 1 : 0;
    }

    bool Holds(Row row, int left, int right) => _left.Kind switch
    {
        SlotKind.Number => row.Numbers(_left)[left] is var a && row.Numbers(_right)[right] is var b && !float.IsNaN(a) && !float.IsNaN(b) && _holds(a.CompareTo(b)),
        SlotKind.Integer => _holds(row.Integers(_left)[left].CompareTo(row.Integers(_right)[right])),
        _ => _holds(string.CompareOrdinal(row.Texts(_left)[left], row.Texts(_right)[right])),
    };
}
