namespace Kiln.Onnx.Operators;

/// <summary><c>ArrayFeatureExtractor</c>: elements of a row at constant places, or of a constant at the places that a row says.</summary>
sealed class ArrayFeatureExtractor : Operator
{
    readonly Slot _input;
    readonly Slot? _places;
    readonly int[] _constant = [];
    readonly Slot _result;

    public ArrayFeatureExtractor(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0);
        if (binding.FindConstant(node, 1) is { } constant)
        {
            if (constant.Ints.Length == 0 || constant.Ints.Any(place => place < 0 || place >= _input.Length))
                throw node.Invalid($"picks beyond its input's {_input.Length} elements");
            _constant = [.. constant.Ints.Select(place => (int)place)];
        }
        else
            _places = binding.Input(node, 1, SlotKind.Integer);
        _result = binding.Output(node, 0, _input.Kind, _places?.Length ?? _constant.Length);
    }

    public override void Trace(Lineage lineage)
    {
        for (var i = 0; i < _constant.Length; i++)
            lineage.Follow(_input, _constant[i], _result, i, Shape.Same);
    }

    public override void Run(Row row)
    {
        for (var i = 0; i < _constant.Length; i++)
            row.Copy(_input, _constant[i], _result, i);
        if (_places is not null)
            for (var i = 0; i < _places.Length; i++)
                row.Copy(_input, Place(row.Integers(_places)[i]), _result, i);
    }

    int Place(long place) => (int)Math.Clamp(place, 0, _input.Length - 1);
}
