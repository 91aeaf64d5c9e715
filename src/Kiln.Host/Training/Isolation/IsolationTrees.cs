using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Training.Isolation;

/// <summary>The parallel lists that ONNX describes the trees of a forest by.</summary>
static class IsolationTrees
{
    public static void WriteTo(GraphNode node, IsolationForest forest)
    {
        var places = (from tree in forest.Lists.Index() from place in tree.Item.Nodes.Index() select (Tree: (long)tree.Index, Id: (long)place.Index, Node: place.Item, tree.Item.Worth)).ToList();
        var leaves = places.Where(place => place.Node.IsLeaf).ToList();
        node.Attributes["aggregate_function"] = "SUM";
        node.Attributes["n_targets"] = 1L;
        node.Attributes["post_transform"] = "NONE";
        node.Attributes["nodes_treeids"] = places.Select(place => place.Tree).ToArray();
        node.Attributes["nodes_nodeids"] = places.Select(place => place.Id).ToArray();
        node.Attributes["nodes_modes"] = places.Select(place => place.Node.IsLeaf ? "LEAF" : "BRANCH_LEQ").ToArray();
        node.Attributes["nodes_featureids"] = places.Select(place => (long)Math.Max(place.Node.Feature, 0)).ToArray();
        node.Attributes["nodes_values"] = places.Select(place => place.Node.Threshold).ToArray();
        node.Attributes["nodes_missing_value_tracks_true"] = places.Select(place => place.Node.MissingGoesLeft ? 1L : 0).ToArray();
        node.Attributes["nodes_truenodeids"] = places.Select(place => (long)place.Node.Left).ToArray();
        node.Attributes["nodes_falsenodeids"] = places.Select(place => (long)place.Node.Right).ToArray();
        node.Attributes["target_treeids"] = leaves.Select(leaf => leaf.Tree).ToArray();
        node.Attributes["target_nodeids"] = leaves.Select(leaf => leaf.Id).ToArray();
        node.Attributes["target_ids"] = new long[leaves.Count];
        node.Attributes["target_weights"] = leaves.Select(leaf => leaf.Worth(leaf.Node)).ToArray();
    }
}
