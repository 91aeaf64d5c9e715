namespace Kiln.Onnx.Operators;

/// <summary><c>TreeEnsembleRegressor</c>: walks every tree to a leaf and adds the leaves' weights up, in double and in eight lanes.</summary>
sealed class TreeEnsembleRegressor : Operator
{
    /// <summary>What a sum of a few hundred products in 32 bits is off by, relative to their magnitude: the errors' root mean square, times 5.</summary>
    const double Undecided = 5e-6;

    readonly Slot _input;
    readonly Slot _result;
    readonly TreeNode[] _nodes;
    readonly int[] _roots;
    readonly (int Target, float Value)[] _weights;
    readonly float[] _bases;
    readonly double _factor;

    /// <summary>How each feature was rounded; null where none was.</summary>
    readonly Rounding[]? _roundings;

    public TreeEnsembleRegressor(OnnxNode node, GraphBinding binding)
    {
        _input = binding.Input(node, 0, SlotKind.Number);
        var targets = node.Int("n_targets", 1);
        if (targets is < 1 or > 1 << 20)
            throw node.Invalid($"has {targets} targets");
        if (node.Text("post_transform", "NONE") != "NONE")
            throw node.Invalid("transforms its scores, which this version of Kiln does not know");
        _result = binding.Output(node, 0, SlotKind.Number, (int)targets);

        var reader = new TreeEnsembleReader(node, _input.Length, _result.Length);
        _nodes = reader.Nodes;
        _roots = [.. reader.Roots];
        _weights = reader.Weights;
        _bases = node.Has("base_values") ? node.Floats("base_values") : new float[_result.Length];
        if (_bases.Length != _result.Length)
            throw node.Invalid($"has {_bases.Length} base values for {_result.Length} targets");
        Rounding[] roundings = [.. binding.Roundings(_input)];
        _roundings = roundings.All(rounding => rounding == Rounding.None) ? null : roundings;
        _factor = node.Text("aggregate_function", "SUM") switch
        {
            "SUM" => 1,
            "AVERAGE" => 1.0 / Math.Max(_roots.Length, 1),
            var other => throw node.Invalid($"aggregates by {other}, which this version of Kiln does not know"),
        };
    }

    public override void Run(Row row)
    {
        var features = row.Numbers(_input);
        var scores = row.Numbers(_result);
        for (var target = 0; target < scores.Length; target++)
        {
            var sum = default(LaneSum);
            for (var tree = 0; tree < _roots.Length; tree++)
            {
                foreach (var (leafTarget, value) in Leaf(features, _roots[tree]))
                    sum[tree % LaneSum.Lanes] += leafTarget == target ? value : 0;
            }
            scores[target] = Score(sum.Total(), target);
        }
    }

    public Slot Input => _input;

    public Slot Result => _result;

    public ReadOnlySpan<TreeNode> Nodes => _nodes;

    /// <summary>Where each tree begins.</summary>
    public ReadOnlySpan<int> Roots => _roots;

    /// <summary>The features that branches ask for.</summary>
    public IEnumerable<int> Features => _nodes.Where(node => node.Comparison != TreeComparison.Leaf).Select(node => node.Feature).Distinct();

    /// <summary>What a leaf adds to the only target, or null where the ensemble has several, or the leaf several weights.</summary>
    public double? Weight(TreeNode leaf) => _bases.Length > 1 || leaf.EndWeight - leaf.FirstWeight > 1 ? null
        : leaf.EndWeight == leaf.FirstWeight ? 0
        : _weights[leaf.FirstWeight].Value;

    /// <summary>What the sum of the leaves is multiplied by.</summary>
    public double Factor => _factor;

    /// <summary>What every row has of the only target.</summary>
    public float Base => _bases[0];

    /// <summary>From the sum of the leaves to a target's score.</summary>
    public float Score(double sum, int target) => (float)(sum * _factor + _bases[target]);

    public override double Magnitude(Row row, double incoming)
    {
        var features = row.Numbers(_input);
        if (_roundings is not null && incoming > 0 && IsUndecided(features, incoming))
            return double.PositiveInfinity;
        var sum = 0.0;
        foreach (var root in _roots)
        {
            foreach (var (_, value) in Leaf(features, root))
                sum += Math.Abs(value);
        }
        return Math.Max(incoming, sum * _factor + _bases.Max(MathF.Abs));
    }

    bool IsUndecided(ReadOnlySpan<float> features, double magnitude)
    {
        foreach (var root in _roots)
            for (var place = root; _nodes[place].Comparison != TreeComparison.Leaf; place = _nodes[place].Next(features[_nodes[place].Feature]))
            {
                var (value, threshold) = ((double)features[_nodes[place].Feature], _nodes[place].Threshold);
                var off = Undecided * magnitude * _roundings![_nodes[place].Feature] switch
                {
                    Rounding.Sum => 1,
                    Rounding.Probability => Math.Max(Math.Abs(value), Math.Abs(threshold)),
                    _ => 0,
                };
                if (off > 0 && Math.Abs(value - threshold) <= off)
                    return true;
            }
        return false;
    }

    ReadOnlySpan<(int Target, float Value)> Leaf(ReadOnlySpan<float> features, int root)
    {
        var place = root;
        while (_nodes[place].Comparison != TreeComparison.Leaf)
            place = _nodes[place].Next(features[_nodes[place].Feature]);
        return _weights.AsSpan(_nodes[place].FirstWeight.._nodes[place].EndWeight);
    }
}
