using Kiln.TrainerHost.Export.Graphs;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.TrainerHost.Export.Repairs;

/// <summary>
/// The parallel lists that ONNX describes trees by. Every node comes after its parents, so that every walk comes to an end.
/// </summary>
sealed class TreeLists
{
    readonly List<long> _trees = [];
    readonly List<long> _ids = [];
    readonly List<string> _modes = [];
    readonly List<long> _features = [];
    readonly List<float> _thresholds = [];
    readonly List<long> _missingIsTrue = [];
    readonly List<long> _whenTrue = [];
    readonly List<long> _whenFalse = [];
    readonly List<long> _leafTrees = [];
    readonly List<long> _leafIds = [];
    readonly List<float> _weights = [];

    int _start;

    /// <param name="number">The tree's place in the ensemble.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="missing">Per branch, whether NaN goes the way of smaller values.</param>
    public void Add(int number, RegressionTreeBase tree, ReadOnlyMemory<long> missing)
    {
        _start = _ids.Count;
        if (tree.NumberOfNodes == 0)
            Leaf(number, 0); // ML.NET's tree without a branch always adds 0, whatever its leaf holds
        else
            Visit(number, tree, missing, 0);
    }

    public void WriteTo(GraphNode node)
    {
        node.Attributes["nodes_treeids"] = _trees.ToArray();
        node.Attributes["nodes_nodeids"] = _ids.ToArray();
        node.Attributes["nodes_modes"] = _modes.ToArray();
        node.Attributes["nodes_featureids"] = _features.ToArray();
        node.Attributes["nodes_values"] = _thresholds.ToArray();
        node.Attributes["nodes_missing_value_tracks_true"] = _missingIsTrue.ToArray();
        node.Attributes["nodes_truenodeids"] = _whenTrue.ToArray();
        node.Attributes["nodes_falsenodeids"] = _whenFalse.ToArray();
        node.Attributes["target_treeids"] = _leafTrees.ToArray();
        node.Attributes["target_nodeids"] = _leafIds.ToArray();
        node.Attributes["target_ids"] = new long[_leafIds.Count];
        node.Attributes["target_weights"] = _weights.ToArray();
    }

    /// <summary>Adds the subtree under a branch (from 0) or a leaf (its complement), and gives its node's id.</summary>
    int Visit(int number, RegressionTreeBase tree, ReadOnlyMemory<long> missing, int place)
    {
        if (place < 0)
            return Leaf(number, (float)tree.LeafValues[~place]);

        var categorical = tree.CategoricalSplitFlags[place];
        List<int> chain = [];
        if (categorical)
        {
            // "One of these is 1" as a chain of questions whose true sides are one and the same subtree.
            foreach (var feature in tree.GetCategoricalSplitFeaturesAt(place))
                chain.Add(Node(number, "BRANCH_GT", feature, 0, 0));
        }
        else
        {
            var feature = tree.NumericalSplitFeatureIndexes[place];
            chain.Add(Node(number, "BRANCH_LEQ", feature, tree.NumericalSplitThresholds[place], missing.Span[place]));
        }

        var less = Visit(number, tree, missing, tree.LeftChild[place]);
        if (chain.Count == 0)
            return less;
        var greater = Visit(number, tree, missing, tree.RightChild[place]);
        for (var i = 0; i < chain.Count; i++)
        {
            _whenTrue[_start + chain[i]] = categorical ? greater : less;
            _whenFalse[_start + chain[i]] = categorical ? (i + 1 < chain.Count ? chain[i + 1] : less) : greater;
        }
        return chain[0];
    }

    int Leaf(int number, float weight)
    {
        var id = Node(number, "LEAF", 0, 0, 0);
        _leafTrees.Add(number);
        _leafIds.Add(id);
        _weights.Add(weight);
        return id;
    }

    int Node(int number, string mode, int feature, float threshold, long missing)
    {
        var id = _ids.Count - _start;
        _trees.Add(number);
        _ids.Add(id);
        _modes.Add(mode);
        _features.Add(feature);
        _thresholds.Add(threshold);
        _missingIsTrue.Add(missing);
        _whenTrue.Add(0);
        _whenFalse.Add(0);
        return id;
    }
}
