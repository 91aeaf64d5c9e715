using Kiln.Host.Export.Graphs;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Export.Repairs;

/// <summary>
/// The parallel lists that ONNX describes trees by. Every node comes after its parents, so that every walk comes to an end.
/// </summary>
sealed class OnnxTrees
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
    readonly List<float> _covers = [];

    int _start;

    /// <summary>How many training rows come to the place that is written; null where that is not known.</summary>
    Func<int, float>? _cover;

    /// <summary>Whether all trees say how many training rows come where.</summary>
    bool _isCovered = true;

    /// <param name="number">The tree's place in the ensemble.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="missing">Per branch, whether NaN goes the way of smaller values.</param>
    /// <param name="cover">By place how many training rows come there; null where that is not known.</param>
    public void Add(int number, RegressionTreeBase tree, ReadOnlySpan<long> missing, Func<int, float>? cover)
    {
        (_start, _cover) = (_ids.Count, cover);
        _isCovered &= cover is not null;
        if (tree.NumberOfNodes == 0)
        {
            Leaf(number, ~0, 0); // ML.NET's tree without a branch always adds 0, whatever its leaf holds
            return;
        }
        var order = ParentsFirst(tree);
        Dictionary<int, int> ids = [];
        foreach (var place in order)
            ids.Add(place, place < 0 ? Leaf(number, place, (float)tree.LeafValues[~place]) : Branch(number, tree, place, missing[place]));
        foreach (var place in order.Where(place => place >= 0))
            Connect(tree, place, ids);
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
        if (_isCovered)
            node.Attributes["nodes_hitrates"] = _covers.ToArray();
        node.Attributes["target_treeids"] = _leafTrees.ToArray();
        node.Attributes["target_nodeids"] = _leafIds.ToArray();
        node.Attributes["target_ids"] = new long[_leafIds.Count];
        node.Attributes["target_weights"] = _weights.ToArray();
    }

    /// <summary>All branches (from 0) and leaves (complements) that can be reached, once each; several branches may lead to one.</summary>
    static List<int> ParentsFirst(RegressionTreeBase tree)
    {
        List<int> order = [];
        HashSet<int> seen = [];
        void Visit(int place)
        {
            if (!seen.Add(place))
                return;
            if (place >= 0)
            {
                Visit(tree.RightChild[place]);
                Visit(tree.LeftChild[place]);
            }
            order.Add(place);
        }
        Visit(0);
        order.Reverse();
        return order;
    }

    /// <summary>Adds a branch, or "one of these is 1" as a chain of questions, and gives the first node's id.</summary>
    int Branch(int number, RegressionTreeBase tree, int place, long missing)
    {
        if (!tree.CategoricalSplitFlags[place])
            return Node(number, place, "BRANCH_LEQ", tree.NumericalSplitFeatureIndexes[place], tree.NumericalSplitThresholds[place], missing);
        var first = _ids.Count - _start;
        foreach (var feature in tree.GetCategoricalSplitFeaturesAt(place))
            Node(number, place, "BRANCH_GT", feature, 0, 0);
        return first;
    }

    void Connect(RegressionTreeBase tree, int place, Dictionary<int, int> ids)
    {
        var (node, less, greater) = (ids[place], ids[tree.LeftChild[place]], ids[tree.RightChild[place]]);
        if (!tree.CategoricalSplitFlags[place])
        {
            (_whenTrue[_start + node], _whenFalse[_start + node]) = (less, greater);
            return;
        }
        // The true sides of a chain are one and the same subtree.
        var end = node + tree.GetCategoricalSplitFeaturesAt(place).Count;
        for (; node < end; node++)
            (_whenTrue[_start + node], _whenFalse[_start + node]) = (greater, node + 1 < end ? node + 1 : less);
    }

    int Leaf(int number, int place, float weight)
    {
        var id = Node(number, place, "LEAF", 0, 0, 0);
        _leafTrees.Add(number);
        _leafIds.Add(id);
        _weights.Add(weight);
        return id;
    }

    int Node(int number, int place, string mode, int feature, float threshold, long missing)
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
        // All nodes of one branch have its rows: how they divide inside nobody counts.
        _covers.Add(_cover?.Invoke(place) ?? 0);
        return id;
    }
}
