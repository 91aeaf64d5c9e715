namespace Kiln.Onnx.Operators;

/// <summary><c>TreeEnsembleRegressor</c>: walks every tree to a leaf and adds the leaves' weights up, in double.</summary>
sealed class TreeEnsembleRegressor : Operator
{
    readonly Slot input;
    readonly Slot result;
    readonly TreeNode[] nodes;
    readonly int[] roots;
    readonly (int Target, float Value)[] weights;
    readonly float[] bases;
    readonly double factor;

    public TreeEnsembleRegressor(OnnxNode node, GraphBinding binding)
    {
        input = binding.Input(node, 0, SlotKind.Number);
        var targets = node.Int("n_targets", 1);
        if (targets is < 1 or > 1 << 20)
            throw node.Invalid($"has {targets} targets");
        if (node.Text("post_transform", "NONE") != "NONE")
            throw node.Invalid("transforms its scores, which this version of Kiln does not know");
        result = binding.Output(node, 0, SlotKind.Number, (int)targets);

        var reader = new TreeEnsembleReader(node, input.Length, result.Length);
        nodes = reader.Nodes;
        roots = [.. reader.Roots];
        weights = reader.Weights;
        bases = node.Has("base_values") ? node.Floats("base_values") : new float[result.Length];
        if (bases.Length != result.Length)
            throw node.Invalid($"has {bases.Length} base values for {result.Length} targets");
        factor = node.Text("aggregate_function", "SUM") switch
        {
            "SUM" => 1,
            "AVERAGE" => 1.0 / Math.Max(roots.Length, 1),
            var other => throw node.Invalid($"aggregates by {other}, which this version of Kiln does not know"),
        };
    }

    public override void Run(Row row)
    {
        var features = row.Numbers(input);
        var scores = row.Numbers(result);
        for (var target = 0; target < scores.Length; target++)
        {
            var sum = 0.0;
            foreach (var root in roots)
            {
                foreach (var (leafTarget, value) in Leaf(features, root))
                    sum += leafTarget == target ? value : 0;
            }
            scores[target] = (float)(sum * factor + bases[target]);
        }
    }

    public override double Magnitude(Row row, double incoming)
    {
        var features = row.Numbers(input);
        var sum = 0.0;
        foreach (var root in roots)
        {
            foreach (var (_, value) in Leaf(features, root))
                sum += Math.Abs(value);
        }
        return Math.Max(incoming, sum * factor + bases.Max(MathF.Abs));
    }

    ReadOnlySpan<(int Target, float Value)> Leaf(ReadOnlySpan<float> features, int root)
    {
        var place = root;
        while (nodes[place].Comparison != TreeComparison.Leaf)
            place = nodes[place].Next(features);
        return weights.AsSpan(nodes[place].FirstWeight..nodes[place].EndWeight);
    }
}
