using Kiln.Host.Export.Graphs;

namespace Kiln.Tests.Onnx.Compilation;

/// <summary>The parallel lists of an ensemble, grown at random. Now and then a branch is a chain of questions, whose true sides are one subtree.</summary>
sealed class TreeLists(Random random, int width, string[] modes, Func<float> threshold)
{
    readonly List<(long Tree, long Id, string Mode, long Feature, float Value, long Missing)> _nodes = [];
    readonly List<long> _whenTrue = [], _whenFalse = [];
    readonly List<(long Tree, long Id, float Weight)> _weights = [];
    int _first;

    public void Add(int tree, int leaves)
    {
        _first = _nodes.Count;
        Grow(tree, leaves);
    }

    public GraphNode ToNode(string output) => SmallModel.Ml(
        "TreeEnsembleRegressor", ["features"], [output],
        ("n_targets", 1L),
        ("base_values", new[] { 0.125f }),
        ("nodes_treeids", _nodes.Select(node => node.Tree).ToArray()),
        ("nodes_nodeids", _nodes.Select(node => node.Id).ToArray()),
        ("nodes_modes", _nodes.Select(node => node.Mode).ToArray()),
        ("nodes_featureids", _nodes.Select(node => node.Feature).ToArray()),
        ("nodes_values", _nodes.Select(node => node.Value).ToArray()),
        ("nodes_missing_value_tracks_true", _nodes.Select(node => node.Missing).ToArray()),
        ("nodes_truenodeids", _whenTrue.ToArray()),
        ("nodes_falsenodeids", _whenFalse.ToArray()),
        ("target_treeids", _weights.Select(weight => weight.Tree).ToArray()),
        ("target_nodeids", _weights.Select(weight => weight.Id).ToArray()),
        ("target_ids", new long[_weights.Count]),
        ("target_weights", _weights.Select(weight => weight.Weight).ToArray()));

    long Grow(int tree, int leaves)
    {
        if (leaves == 1)
        {
            var leaf = Node(tree, "LEAF");
            _weights.Add((tree, leaf, (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 3)))));
            return leaf;
        }
        var links = random.Next(4) == 0 ? random.Next(2, 4) : 1;
        var chain = Enumerable.Range(0, links).Select(_ => Node(tree, modes[random.Next(modes.Length)])).ToArray();
        var left = random.Next(1, leaves);
        var (whenTrue, whenFalse) = (Grow(tree, left), Grow(tree, leaves - left));
        for (var i = 0; i < links; i++)
        {
            _whenTrue[_first + (int)chain[i]] = whenTrue;
            _whenFalse[_first + (int)chain[i]] = i + 1 < links ? chain[i + 1] : whenFalse;
        }
        return chain[0];
    }

    long Node(int tree, string mode)
    {
        var id = _nodes.Count - _first;
        _nodes.Add((tree, id, mode, random.Next(width), threshold(), random.Next(2)));
        _whenTrue.Add(0);
        _whenFalse.Add(0);
        return id;
    }
}
