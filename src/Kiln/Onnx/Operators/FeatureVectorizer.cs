namespace Kiln.Onnx.Operators;

/// <summary><c>FeatureVectorizer</c>: everything about a row in one vector of numbers, whatever shape or type it had.</summary>
sealed class FeatureVectorizer : Operator
{
    readonly Slot[] _inputs;
    readonly Slot _result;

    public FeatureVectorizer(OnnxNode node, GraphBinding binding)
    {
        _inputs = [.. node.Inputs.Select((_, i) => binding.Input(node, i))];
        var lengths = _inputs.Select(input => (long)input.Length).ToArray();
        var dimensions = node.Ints("inputdimensions");
        if (!lengths.SequenceEqual(dimensions))
            throw node.Invalid($"joins inputs of [{string.Join(", ", lengths)}] elements instead of [{string.Join(", ", dimensions)}]");
        if (_inputs.Any(input => input.Kind == SlotKind.Text))
            throw node.Invalid("has an input of text");
        _result = binding.Output(node, 0, SlotKind.Number, _inputs.Sum(input => input.Length));
        binding.JoinRoundings(_inputs, _result);
    }

    public override void Trace(Lineage lineage) => lineage.Join(_inputs, _result);

    public override void Run(Row row)
    {
        var to = row.Numbers(_result);
        foreach (var input in _inputs)
        {
            if (input.Kind == SlotKind.Number)
                row.Numbers(input).CopyTo(to);
            else
            {
                for (var i = 0; i < input.Length; i++)
                    to[i] = row.Integers(input)[i];
            }
            to = to[input.Length..];
        }
    }
}
