namespace Kiln.Onnx.Operators;

/// <summary><c>LinearRegressor</c>: weighted sums of the features.</summary>
sealed class LinearRegressor : Operator
{
    readonly LinearScores _scores;
    readonly Slot _result;

    public LinearRegressor(OnnxNode node, GraphBinding binding)
    {
        _scores = new(node, binding);
        if (node.Int("targets", 1) != _scores.Count)
            throw node.Invalid($"has coefficients for {_scores.Count} targets");
        if (node.Text("post_transform", "NONE") != "NONE")
            throw node.Invalid("transforms its scores, which this version of Kiln does not know");
        _result = binding.Output(node, 0, SlotKind.Number, _scores.Count);
        binding.SetRounding(_result, Rounding.Sum);
    }

    public override void Run(Row row) => _scores.Run(row, row.Numbers(_result));

    public override int Products(Row row) => _scores.Products(row);

    public override double Magnitude(Row row, double incoming) => Math.Max(incoming, _scores.Magnitude(row));
}
