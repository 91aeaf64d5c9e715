namespace Kiln.Onnx.Operators;

/// <summary><c>LinearRegressor</c>: weighted sums of the features.</summary>
sealed class LinearRegressor : Operator
{
    readonly LinearScores scores;
    readonly Slot result;

    public LinearRegressor(OnnxNode node, GraphBinding binding)
    {
        scores = new(node, binding);
        if (node.Int("targets", 1) != scores.Count)
            throw node.Invalid($"has coefficients for {scores.Count} targets");
        if (node.Text("post_transform", "NONE") != "NONE")
            throw node.Invalid("transforms its scores, which this version of Kiln does not know");
        result = binding.Output(node, 0, SlotKind.Number, scores.Count);
    }

    public override void Run(Row row) => scores.Run(row, row.Numbers(result));

    public override double Magnitude(Row row, double incoming) => Math.Max(incoming, scores.Magnitude(row));
}
