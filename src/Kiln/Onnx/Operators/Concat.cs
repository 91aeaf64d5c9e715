namespace Kiln.Onnx.Operators;

/// <summary><c>Concat</c> of numbers along a row.</summary>
sealed class Concat : Operator
{
    readonly Slot[] _inputs;
    readonly Slot _result;

    public Concat(OnnxNode node, GraphBinding binding)
    {
        if (node.Int("axis", 0) != 1)
            throw node.Invalid("does not join along the row (axis 1)");
        _inputs = [.. node.Inputs.Select((_, i) => binding.Input(node, i, SlotKind.Number))];
        if (_inputs.Any(input => input.Inner != _inputs[0].Inner))
            throw node.Invalid("has inputs of different shapes");
        _result = binding.Output(node, 0, SlotKind.Number, _inputs.Sum(input => input.Length), _inputs.Length == 0 ? 1 : _inputs[0].Inner);
        binding.JoinRoundings(_inputs, _result);
    }

    public override void Trace(Lineage lineage) => lineage.Join(_inputs, _result);

    public override void Run(Row row)
    {
        var to = row.Numbers(_result);
        foreach (var input in _inputs)
        {
            row.Numbers(input).CopyTo(to);
            to = to[input.Length..];
        }
    }
}
