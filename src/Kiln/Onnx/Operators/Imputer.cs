namespace Kiln.Onnx.Operators;

/// <summary><c>Imputer</c>: puts a value in the place of a missing one, which is NaN or another number.</summary>
sealed class Imputer : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly float _missing;
    readonly float[] _values;

    public Imputer(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _missing = node.Float("replaced_value_float", 0);
        _values = node.Floats("imputed_value_floats");
        if (_values.Length != 1 && _values.Length != _input.Length)
            throw node.Invalid($"has {_values.Length} values for {_input.Length} elements");
        _result = binding.Output(node, 0, SlotKind.Number, _input.Length, _input.Inner);
    }

    public override void Trace(Lineage lineage) => lineage.Follow(_input, _result, float.IsNaN(_missing) ? Shape.Same : Shape.Any);

    public override void Run(Row row)
    {
        var from = row.Numbers(_input);
        var to = row.Numbers(_result);
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i].Equals(_missing) ? _values[_values.Length == 1 ? 0 : i] : from[i];
    }
}
