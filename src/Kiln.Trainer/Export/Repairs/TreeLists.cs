using Kiln.TrainerHost.Export.Graphs;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.TrainerHost.Export.Repairs;

/// <summary>
/// The parallel lists that ONNX describes trees by. Every node comes after its parents, so that every walk comes to an end.
/// </summary>
sealed class TreeLists
{
    readonly List<long> trees = [];
    readonly List<long> ids = [];
    readonly List<string> modes = [];
    readonly List<long> features = [];
    readonly List<float> thresholds = [];
    readonly List<long> missingIsTrue = [];
    readonly List<long> whenTrue = [];
    readonly List<long> whenFalse = [];
    readonly List<long> leafTrees = [];
    readonly List<long> leafIds = [];
    readonly List<float> weights = [];

    int start;

    /// <param name="number">The tree's place in the ensemble.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="missing">Per branch, whether NaN goes the way of smaller values.</param>
    public void Add(int number, RegressionTreeBase tree, ReadOnlyMemory<long> missing)
    {
        start = ids.Count;
        if (tree.NumberOfNodes == 0)
            Leaf(number, 0); // ML.NET's tree without a branch always adds 0, whatever its leaf holds
        else
            Visit(number, tree, missing, 0);
    }

    public void WriteTo(GraphNode node)
    {
        node.Attributes["nodes_treeids"] = trees.ToArray();
        node.Attributes["nodes_nodeids"] = ids.ToArray();
        node.Attributes["nodes_modes"] = modes.ToArray();
        node.Attributes["nodes_featureids"] = features.ToArray();
        node.Attributes["nodes_values"] = thresholds.ToArray();
        node.Attributes["nodes_missing_value_tracks_true"] = missingIsTrue.ToArray();
        node.Attributes["nodes_truenodeids"] = whenTrue.ToArray();
        node.Attributes["nodes_falsenodeids"] = whenFalse.ToArray();
        node.Attributes["target_treeids"] = leafTrees.ToArray();
        node.Attributes["target_nodeids"] = leafIds.ToArray();
        node.Attributes["target_ids"] = new long[leafIds.Count];
        node.Attributes["target_weights"] = weights.ToArray();
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
            whenTrue[start + chain[i]] = categorical ? greater : less;
            whenFalse[start + chain[i]] = categorical ? (i + 1 < chain.Count ? chain[i + 1] : less) : greater;
        }
        return chain[0];
    }

    int Leaf(int number, float weight)
    {
        var id = Node(number, "LEAF", 0, 0, 0);
        leafTrees.Add(number);
        leafIds.Add(id);
        weights.Add(weight);
        return id;
    }

    int Node(int number, string mode, int feature, float threshold, long missing)
    {
        var id = ids.Count - start;
        trees.Add(number);
        ids.Add(id);
        modes.Add(mode);
        features.Add(feature);
        thresholds.Add(threshold);
        missingIsTrue.Add(missing);
        whenTrue.Add(0);
        whenFalse.Add(0);
        return id;
    }
}
