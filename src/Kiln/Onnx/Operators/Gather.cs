namespace Kiln.Onnx.Operators;

/// <summary><c>Gather</c> of elements along a row, by constant positions.</summary>
sealed class Gather : Operator
{
    readonly Slot _input;
    readonly int[] _indices;
    readonly Slot _result;

    public Gather(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0);
        var constant = binding.Constant(node, 1);
        if (node.Int("axis", 0) is not (1 or -1) || constant.Dims.Length > 1 || _input.Inner != 1)
            throw node.Invalid("does not pick single elements of the row (axis 1)");
        if (constant.Ints.Any(index => index < -_input.Length || index >= _input.Length))
            throw node.Invalid($"picks beyond its input's {_input.Length} elements");
        _indices = [.. constant.Ints.Select(index => (int)(index < 0 ? index + _input.Length : index))];
        _result = binding.Output(node, 0, _input.Kind, _indices.Length);
    }

    public override void Trace(Lineage lineage)
    {
        for (var i = 0; i < _indices.Length; i++)
            lineage.Follow(_input, _indices[i], _result, i, Shape.Same);
    }

    public override void Run(Row row)
    {
        for (var i = 0; i < _indices.Length; i++)
            row.Copy(_input, _indices[i], _result, i);
    }
}
