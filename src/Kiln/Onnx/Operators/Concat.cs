namespace Kiln.Onnx.Operators;

/// <summary><c>Concat</c> of values of one kind along a row.</summary>
sealed class Concat : Operator
{
    readonly Slot[] _inputs;
    readonly Slot _result;

    public Concat(OnnxNode node, GraphBinding binding)
    {
        _inputs = [.. node.Inputs.Select((_, i) => binding.Input(node, i))];
        var axis = node.Int("axis", 0);
        // The last of two axes is the row's own where the first has a single place.
        var isLast = axis is 2 or -1 && _inputs.All(input => input.Inner == input.Length);
        if (axis != 1 && !isLast && !(axis == -1 && _inputs.All(input => input.Inner == 1)))
            throw node.Invalid("does not join along the row (axis 1)");
        if (_inputs.Length == 0 || _inputs.Any(input => input.Kind != _inputs[0].Kind || (input.Inner != _inputs[0].Inner && !isLast)))
            throw node.Invalid("has inputs of different shapes");
        var length = _inputs.Sum(input => input.Length);
        _result = binding.Output(node, 0, _inputs[0].Kind, length, isLast && _inputs[0].Length > 1 ? length : _inputs[0].Inner);
        binding.JoinRoundings(_inputs, _result);
    }

    public override void Trace(Lineage lineage) => lineage.Join(_inputs, _result);

    public override void Run(Row row)
    {
        var first = 0;
        foreach (var input in _inputs)
        {
            switch (input.Kind)
            {
                case SlotKind.Number: row.Numbers(input).CopyTo(row.Numbers(_result)[first..]); break;
                case SlotKind.Integer: row.Integers(input).CopyTo(row.Integers(_result)[first..]); break;
                default: row.Texts(input).CopyTo(row.Texts(_result)[first..]); break;
            }
            first += input.Length;
        }
    }
}
