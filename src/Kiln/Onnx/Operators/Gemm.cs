namespace Kiln.Onnx.Operators;

/// <summary><c>Gemm</c>: the row times a constant matrix, times alpha, plus a constant row times beta. Added up in double.</summary>
sealed class Gemm : Operator
{
    readonly Slot input;
    readonly Slot? added;
    readonly Slot result;
    readonly float[] matrix;
    readonly bool transposed;
    readonly float alpha;
    readonly float beta;

    public Gemm(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        var constant = binding.Constant(node, 1);
        matrix = constant.Floats;
        transposed = node.Int("transB", 0) != 0;
        alpha = node.Float("alpha", 1);
        beta = node.Float("beta", 1);
        var isMatrix = constant.Dims.Length == 2 && matrix.Length > 0;
        if (node.Int("transA", 0) != 0 || !isMatrix || constant.Dims[transposed ? 1 : 0] != input.Length)
            throw node.Invalid($"does not multiply a row of {input.Length} elements by a matrix");
        result = binding.Output(node, 0, SlotKind.Number, matrix.Length / input.Length);
        if (node.Inputs.Count < 3 || node.Inputs[2].Length == 0)
            return;
        added = binding.Input(node, 2, SlotKind.Number);
        if (added.Value.Length != 1 && added.Value.Length != result.Length)
            throw node.Invalid($"adds {added.Value.Length} elements to {result.Length}");
    }

    public override void Run(Row row)
    {
        var products = row.Numbers(result);
        for (var column = 0; column < products.Length; column++)
        {
            double sum = 0;
            for (var i = 0; i < input.Length; i++)
                sum += (double)row.Numbers(input)[i] * Weight(i, column);
            products[column] = (float)(alpha * sum + beta * Added(row, column));
        }
    }

    public override double Magnitude(Row row, double incoming)
    {
        var largest = incoming;
        for (var column = 0; column < result.Length; column++)
        {
            var sum = Math.Abs((double)beta * Added(row, column));
            for (var i = 0; i < input.Length; i++)
                sum += Math.Abs((double)alpha * row.Numbers(input)[i] * Weight(i, column));
            largest = Math.Max(largest, sum);
        }
        return largest;
    }

    float Weight(int i, int column) => matrix[transposed ? column * input.Length + i : i * result.Length + column];

    float Added(Row row, int column) => added is { } slot ? row.Numbers(slot)[slot.Length == 1 ? 0 : column] : 0;
}
