namespace Kiln.Onnx.Operators;

/// <summary><c>Gemm</c>: the row times a constant matrix, times alpha, plus a constant row times beta. Added up in double.</summary>
sealed class Gemm : Operator
{
    readonly Slot _input;
    readonly Slot? _added;
    readonly Slot _result;
    readonly float[] _matrix;
    readonly bool _transposed;
    readonly float _alpha;
    readonly float _beta;

    public Gemm(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        var constant = binding.Constant(node, 1);
        _matrix = constant.Floats;
        _transposed = node.Int("transB", 0) != 0;
        _alpha = node.Float("alpha", 1);
        _beta = node.Float("beta", 1);
        var isMatrix = constant.Dims.Length == 2 && _matrix.Length > 0;
        if (node.Int("transA", 0) != 0 || !isMatrix || constant.Dims[_transposed ? 1 : 0] != _input.Length)
            throw node.Invalid($"does not multiply a row of {_input.Length} elements by a matrix");
        _result = binding.Output(node, 0, SlotKind.Number, _matrix.Length / _input.Length);
        if (node.Inputs.Count < 3 || node.Inputs[2].Length == 0)
            return;
        _added = binding.Input(node, 2, SlotKind.Number);
        if (_added.Length != 1 && _added.Length != _result.Length)
            throw node.Invalid($"adds {_added.Length} elements to {_result.Length}");
    }

    public override void Run(Row row)
    {
        var products = row.Numbers(_result);
        for (var column = 0; column < products.Length; column++)
        {
            double sum = 0;
            for (var i = 0; i < _input.Length; i++)
                sum += (double)row.Numbers(_input)[i] * Weight(i, column);
            products[column] = (float)(_alpha * sum + _beta * Added(row, column));
        }
    }

    public override int Products(Row row) => _input.Length - row.Numbers(_input).Count(0);

    public override double Magnitude(Row row, double incoming)
    {
        var largest = incoming;
        for (var column = 0; column < _result.Length; column++)
        {
            var sum = Math.Abs((double)_beta * Added(row, column));
            for (var i = 0; i < _input.Length; i++)
                sum += Math.Abs((double)_alpha * row.Numbers(_input)[i] * Weight(i, column));
            largest = Math.Max(largest, sum);
        }
        return largest;
    }

    float Weight(int i, int column) => _matrix[_transposed ? column * _input.Length + i : i * _result.Length + column];

    float Added(Row row, int column) => _added is { } slot ? row.Numbers(slot)[slot.Length == 1 ? 0 : column] : 0;
}
