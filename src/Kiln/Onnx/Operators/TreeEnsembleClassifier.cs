namespace Kiln.Onnx.Operators;

/// <summary>
/// <c>TreeEnsembleClassifier</c>: walks every tree to a leaf and adds the leaves' weights up by class, in double. Of two classes
/// the leaves are about one only, and its score says both; the standard leaves open how, and this is how ONNX Runtime reads it.
/// </summary>
sealed class TreeEnsembleClassifier : Operator
{
    readonly Slot _input;
    readonly Slot _result;
    readonly ClassLabels _labels;
    readonly PostTransform _transform;
    readonly TreeNode[] _nodes;
    readonly int[] _roots;
    readonly (int Target, float Value)[] _weights;
    readonly float[] _bases;

    /// <summary>The only class that leaves are about, where there are two classes; else null.</summary>
    readonly int? _only;

    /// <summary>Whether no leaf has a negative weight: the score is a share then.</summary>
    readonly bool _isShare;

    public TreeEnsembleClassifier(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        _labels = new(node, binding);
        if (_labels.Count < 2)
            throw node.Invalid("has one class, which this version of Kiln does not know");
        _result = binding.Output(node, 1, SlotKind.Number, _labels.Count);
        _transform = PostTransforms.Read(node);
        var reader = new TreeEnsembleReader(node, _input.Length, _labels.Count, "class");
        (_nodes, _roots, _weights) = (reader.Nodes, [.. reader.Roots], reader.Weights);
        _bases = node.Floats("base_values");
        int[] classes = [.. _weights.Select(weight => weight.Target).Distinct()];
        _only = _labels.Count == 2 && classes is [var only] ? only : null;
        _isShare = _weights.All(weight => weight.Value >= 0);
        if (_labels.Count == 2 && _only is null)
            throw node.Invalid("has weights of both of its two classes, from which ONNX Runtime takes other labels than the standard says");
        if (_bases.Length != 0 && _bases.Length != (_only is null ? _labels.Count : 1 - _only.Value))
            throw node.Invalid($"has {_bases.Length} base values for {_labels.Count} classes, which this version of Kiln does not know");
        binding.SetRounding(_result, _transform == PostTransform.None ? Rounding.Sum : Rounding.Probability);
    }

    public override void Run(Row row)
    {
        var scores = row.Numbers(_result);
        var features = row.Numbers(_input);
        Sum(features, scores);
        if (_only is not { } only)
        {
            _labels.Choose(row, ClassLabels.Largest(scores));
            _transform.Apply(scores);
            return;
        }
        var score = scores[only];
        _labels.Choose(row, score > (_isShare ? 0.5f : 0) ? 1 : 0);
        if (only == 0)
            _transform.ApplyToSecond(_isShare, score, scores);
        else
            _transform.Apply(scores);
    }

    public override double Magnitude(Row row, double incoming)
    {
        var sum = 0.0;
        foreach (var root in _roots)
            foreach (var (_, value) in Leaf(row.Numbers(_input), root))
                sum += Math.Abs(value);
        return Math.Max(incoming, sum + (_bases.Length == 0 ? 0 : _bases.Max(MathF.Abs)));
    }

    void Sum(ReadOnlySpan<float> features, Span<float> scores)
    {
        Span<double> sums = scores.Length <= 256 ? stackalloc double[256] : new double[scores.Length];
        sums.Clear();
        foreach (var root in _roots)
            foreach (var (target, value) in Leaf(features, root))
                sums[target] += value;
        for (var i = 0; i < scores.Length; i++)
            scores[i] = (float)(sums[i] + (i < _bases.Length ? _bases[i] : 0));
    }

    ReadOnlySpan<(int Target, float Value)> Leaf(ReadOnlySpan<float> features, int root)
    {
        var place = root;
        while (_nodes[place].Comparison != TreeComparison.Leaf)
            place = _nodes[place].Next(features[_nodes[place].Feature]);
        return _weights.AsSpan(_nodes[place].FirstWeight.._nodes[place].EndWeight);
    }
}
