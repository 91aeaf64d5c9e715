namespace Kiln.Onnx.Operators;

/// <summary>Turns the parallel lists of a tree ensemble's attributes into nodes, roots and weights, and checks every reference.</summary>
sealed class TreeEnsembleReader
{
    readonly OnnxNode _node;
    readonly int _features;
    readonly Dictionary<(long Tree, long Node), int> _places = [];

    /// <param name="node">The ensemble.</param>
    /// <param name="features">How many numbers it reads.</param>
    /// <param name="targets">How many targets or classes it has.</param>
    /// <param name="of">What its weights are of in the attributes' names: <c>target</c> or <c>class</c>.</param>
    public TreeEnsembleReader(OnnxNode node, int features, int targets, string of = "target")
    {
        if (node.Has("nodes_values_as_tensor") || node.Has($"{of}_weights_as_tensor"))
            throw node.Invalid("has thresholds or weights of 64 bits, which this version of Kiln does not know");
        _node = node;
        _features = features;
        Nodes = new TreeNode[List("nodes_nodeids", node.Ints("nodes_nodeids")).Length];
        ReadPlaces();
        ReadBranches();
        ReadCovers();
        ReadWeights(targets, of);
    }

    public TreeNode[] Nodes { get; }

    public List<int> Roots { get; } = [];

    public (int Target, float Value)[] Weights { get; private set; } = [];

    void ReadPlaces()
    {
        var trees = List("nodes_treeids", _node.Ints("nodes_treeids"));
        var ids = _node.Ints("nodes_nodeids");
        HashSet<long> seen = [];
        for (var i = 0; i < Nodes.Length; i++)
        {
            if (!_places.TryAdd((trees[i], ids[i]), i))
                throw _node.Invalid($"has the node {ids[i]} of tree {trees[i]} twice");
            if (seen.Add(trees[i]))
                Roots.Add(i);
        }
    }

    void ReadBranches()
    {
        var trees = _node.Ints("nodes_treeids");
        var modes = List("nodes_modes", _node.Texts("nodes_modes"));
        var indices = List("nodes_featureids", _node.Ints("nodes_featureids"));
        var thresholds = List("nodes_values", _node.Floats("nodes_values"));
        var whenTrue = List("nodes_truenodeids", _node.Ints("nodes_truenodeids"));
        var whenFalse = List("nodes_falsenodeids", _node.Ints("nodes_falsenodeids"));
        const string missing = "nodes_missing_value_tracks_true";
        var missingIsTrue = _node.Has(missing) ? List(missing, _node.Ints(missing)) : new long[Nodes.Length];
        for (var i = 0; i < Nodes.Length; i++)
        {
            ref var tree = ref Nodes[i];
            tree.Comparison = Comparison(modes[i]);
            if (tree.Comparison == TreeComparison.Leaf)
                continue;
            if (indices[i] < 0 || indices[i] >= _features)
                throw _node.Invalid($"looks at feature {indices[i]} of {_features}");
            tree.Feature = (int)indices[i];
            tree.Threshold = thresholds[i];
            tree.MissingIsTrue = missingIsTrue[i] != 0;
            tree.WhenTrue = Child(trees[i], whenTrue[i], i);
            tree.WhenFalse = Child(trees[i], whenFalse[i], i);
        }
    }

    /// <summary>The standard has them as optional, and calls them hit rates.</summary>
    void ReadCovers()
    {
        const string covers = "nodes_hitrates";
        var values = _node.Has(covers) ? List(covers, _node.Floats(covers)) : null;
        for (var i = 0; i < Nodes.Length; i++)
            Nodes[i].Cover = values is null ? float.NaN : values[i];
    }

    /// <summary>Sorts the weights by their leaf, so that a leaf's are a range.</summary>
    void ReadWeights(int targets, string of)
    {
        var ids = _node.Ints(of + "_nodeids");
        var trees = _node.Ints(of + "_treeids");
        var targetIds = _node.Ints(of + "_ids");
        var values = _node.Floats(of + "_weights");
        if (trees.Length != ids.Length || targetIds.Length != ids.Length || values.Length != ids.Length)
            throw _node.Invalid("has lists of different lengths for its weights");

        var leaves = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!_places.TryGetValue((trees[i], ids[i]), out leaves[i]) || Nodes[leaves[i]].Comparison != TreeComparison.Leaf)
                throw _node.Invalid($"has a weight for the node {ids[i]} of tree {trees[i]}, which is not a leaf");
            if (targetIds[i] < 0 || targetIds[i] >= targets)
                throw _node.Invalid($"has a weight for target {targetIds[i]} of {targets}");
        }

        var order = Enumerable.Range(0, ids.Length).OrderBy(i => leaves[i]).ToArray();
        Weights = [.. order.Select(i => ((int)targetIds[i], values[i]))];
        for (var i = 0; i < order.Length; i++)
        {
            ref var leaf = ref Nodes[leaves[order[i]]];
            if (leaf.EndWeight == 0)
                leaf.FirstWeight = i;
            leaf.EndWeight = i + 1;
        }
    }

    int Child(long tree, long id, int parent)
    {
        if (!_places.TryGetValue((tree, id), out var child))
            throw _node.Invalid($"has no node {id} in tree {tree}");
        return child > parent ? child : throw _node.Invalid($"has the node {id} of tree {tree} before its parent");
    }

    T[] List<T>(string name, T[] values)
    {
        if (Nodes is { } nodes && values.Length != nodes.Length)
            throw _node.Invalid($"has {values.Length} {name} for {nodes.Length} nodes");
        return values;
    }

    TreeComparison Comparison(string mode) => mode switch
    {
        "LEAF" => TreeComparison.Leaf,
        "BRANCH_LEQ" => TreeComparison.LessOrEqual,
        "BRANCH_LT" => TreeComparison.Less,
        "BRANCH_GTE" => TreeComparison.GreaterOrEqual,
        "BRANCH_GT" => TreeComparison.Greater,
        "BRANCH_EQ" => TreeComparison.Equal,
        "BRANCH_NEQ" => TreeComparison.NotEqual,
        _ => throw _node.Invalid($"has a node of the mode '{mode}'"),
    };
}
