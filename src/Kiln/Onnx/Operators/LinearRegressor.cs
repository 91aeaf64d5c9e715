namespace Kiln.Onnx.Operators;

/// <summary><c>LinearRegressor</c>: weighted sums of the features.</summary>
sealed class LinearRegressor : Operator
{
    readonly IWeightedSums _scores;
    readonly Slot _result;

    public LinearRegressor(OnnxNode node, GraphBinding binding)
        : this(node, binding, new LinearScores(node, binding))
    {
    }

    public LinearRegressor(OnnxNode node, GraphBinding binding, IWeightedSums scores)
    {
        _scores = scores;
        if (node.Int("targets", 1) != _scores.Count)
            throw node.Invalid($"has coefficients for {_scores.Count} targets");
        if (node.Text("post_transform", "NONE") != "NONE")
            throw node.Invalid("transforms its scores, which this version of Kiln does not know");
        _result = binding.Output(node, 0, SlotKind.Number, _scores.Count);
        binding.SetRounding(_result, Rounding.Sum);
    }

    /// <summary>What is classified or predicted by.</summary>
    public IWeightedSums Scores => _scores;

    public override void Run(Row row) => _scores.Run(row, row.Numbers(_result));

    public override int Products(Row row) => LinearScores.Written(_scores).Products(row);

    public override double Magnitude(Row row, double incoming) => Math.Max(incoming, LinearScores.Written(_scores).Magnitude(row));
}
