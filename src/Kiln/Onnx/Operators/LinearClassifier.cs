namespace Kiln.Onnx.Operators;

/// <summary><c>LinearClassifier</c>: a weighted sum of the features per class, and the class whose is the largest.</summary>
sealed class LinearClassifier : Operator
{
    readonly IWeightedSums _scores;
    readonly ClassLabels _labels;
    readonly PostTransform _transform;
    readonly Slot _result;

    public LinearClassifier(OnnxNode node, GraphBinding binding)
        : this(node, binding, new LinearScores(node, binding))
    {
    }

    public LinearClassifier(OnnxNode node, GraphBinding binding, IWeightedSums scores)
    {
        _scores = scores;
        _labels = new(node, binding);
        _transform = PostTransforms.Read(node);
        if (_labels.Count < 2 || (_labels.Count != _scores.Count && !HasOneScore))
            throw node.Invalid($"has {_labels.Count} classes for {_scores.Count} scores");
        _result = binding.Output(node, 1, SlotKind.Number, _labels.Count);
        binding.SetRounding(_result, _transform == PostTransform.None ? Rounding.Sum : Rounding.Probability);
    }

    /// <summary>What is classified or predicted by.</summary>
    public IWeightedSums Scores => _scores;

    public override void Run(Row row)
    {
        var values = row.Numbers(_result);
        _scores.Run(row, values[.._scores.Count]);
        if (HasOneScore)
        {
            _labels.Choose(row, values[0] > 0 ? 1 : 0);
            _transform.ApplyToSecond(isShare: true, values[0], values);
            return;
        }
        _labels.Choose(row, ClassLabels.Largest(values));
        _transform.Apply(values);
    }

    /// <summary>Whether there are two classes, and a score for the second of them.</summary>
    bool HasOneScore => _scores.Count == 1 && _labels.Count == 2;

    public override int Products(Row row) => LinearScores.Written(_scores).Products(row);

    public override double Magnitude(Row row, double incoming) => Math.Max(incoming, LinearScores.Written(_scores).Magnitude(row));
}
