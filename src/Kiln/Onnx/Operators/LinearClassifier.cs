namespace Kiln.Onnx.Operators;

/// <summary><c>LinearClassifier</c>: a weighted sum of the features per class, and the class whose is the largest.</summary>
sealed class LinearClassifier : Operator
{
    readonly IWeightedSums _scores;
    readonly long[] _classes;
    readonly bool _softmax;
    readonly Slot _label;
    readonly Slot _result;

    public LinearClassifier(OnnxNode node, GraphBinding binding)
        : this(node, binding, new LinearScores(node, binding))
    {
    }

    public LinearClassifier(OnnxNode node, GraphBinding binding, IWeightedSums scores)
    {
        _scores = scores;
        _classes = node.Ints("classlabels_ints");
        if (_classes.Length != _scores.Count || _classes.Length < 2)
            throw node.Invalid($"has {_classes.Length} integer labels for {_scores.Count} scores");
        _softmax = node.Text("post_transform", "NONE") switch
        {
            "NONE" => false,
            "SOFTMAX" => true,
            var other => throw node.Invalid($"transforms its scores by {other}, which this version of Kiln does not know"),
        };
        _label = binding.Output(node, 0, SlotKind.Integer, 1);
        _result = binding.Output(node, 1, SlotKind.Number, _scores.Count);
        binding.SetRounding(_result, _softmax ? Rounding.Probability : Rounding.Sum);
    }

    /// <summary>What is classified or predicted by.</summary>
    public IWeightedSums Scores => _scores;

    public override void Run(Row row)
    {
        var values = row.Numbers(_result);
        _scores.Run(row, values);
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }
        row.Integers(_label)[0] = _classes[best];
        if (_softmax)
            Softmax.Apply(values, values);
    }

    public override int Products(Row row) => LinearScores.Written(_scores).Products(row);

    public override double Magnitude(Row row, double incoming) => Math.Max(incoming, LinearScores.Written(_scores).Magnitude(row));
}
