namespace Kiln.Onnx.Operators;

/// <summary><c>Where</c>: an element of the second input where the first is true, else of the third; a single one counts for all.</summary>
sealed class Where : Operator
{
    readonly Slot _condition;
    readonly Slot _whenTrue;
    readonly Slot _whenFalse;
    readonly Slot _result;

    public Where(OnnxNode node, GraphBinding binding)
    {
        (_condition, _whenTrue, _whenFalse) = (binding.Input(node, 0, SlotKind.Integer), binding.Input(node, 1), binding.Input(node, 2));
        Slot[] all = [_condition, _whenTrue, _whenFalse];
        var length = all.Max(slot => slot.Length);
        if (_whenTrue.Kind != _whenFalse.Kind || all.Any(slot => slot.Length != length && slot.Length != 1))
            throw node.Invalid("chooses between values of different types or lengths");
        _result = binding.Output(node, 0, _whenTrue.Kind, length);
    }

    public override void Run(Row row)
    {
        for (var i = 0; i < _result.Length; i++)
        {
            var from = row.Integers(_condition)[_condition.Length == 1 ? 0 : i] != 0 ? _whenTrue : _whenFalse;
            row.Copy(from, from.Length == 1 ? 0 : i, _result, i);
        }
    }
}
