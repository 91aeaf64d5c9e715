using Kiln.Onnx.Compilation;
using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Explanations;

/// <summary>
/// Turns trees into branches with two sides. What a tree asks one source in several nodes below each other is one question with several exits, as a set
/// of categories is, and becomes a branch for each exit but the last: this exit, or one of the others.
/// </summary>
/// <param name="sources">The sources' places, and whom they belong to.</param>
/// <param name="answers">Receives what is asked.</param>
sealed class BranchReader(IReadOnlyDictionary<Source, (int Place, int Player)> sources, AnswerTable answers)
{
    const int MostBranches = 1 << 20;

    /// <summary>Counts are 32-bit numbers in the file: their sum is off by no more than this share.</summary>
    const double Rounded = 1e-4;

    readonly Dictionary<int, (int Side, double Share)> _path = [];
    TreeEnsembleRegressor _ensemble = null!;
    Feature?[] _features = [];
    TreeReader _questions = null!;
    double _scale;
    int _start;
    int _players;

    public List<Branch> Branches { get; } = [];

    public List<double> Leaves { get; } = [];

    public List<BranchedTree> Trees { get; } = [];

    /// <summary>What all trees together add on average of the training rows.</summary>
    public double Mean { get; private set; }

    /// <param name="ensemble">The trees to add.</param>
    /// <param name="features">Its features; null for those that no branch asks for.</param>
    /// <param name="scale">What their leaves are multiplied by.</param>
    /// <exception cref="NotExplainedException">They are none that masks are good for, or do not say how many rows came where.</exception>
    public void Add(TreeEnsembleRegressor ensemble, Feature?[] features, double scale)
    {
        (_ensemble, _features, _questions, _scale) = (ensemble, features, new(ensemble, features), scale);
        foreach (var root in ensemble.Roots)
        {
            (_start, _players) = (Branches.Count, 0);
            Add(root, 1);
            if (Branches.Count > _start)
                Trees.Add(new(_start, Branches.Count, Quadrature.Blocks(_players)));
        }
    }

    /// <returns>The branch's place in its tree, or the complement of the leaf's.</returns>
    int Add(int place, double share)
    {
        ref readonly var node = ref _ensemble.Nodes[place];
        if (node.Comparison == TreeComparison.Leaf)
        {
            var weight = _ensemble.Weight(node) * _scale ?? throw new NotExplainedException("its trees have several scores");
            Mean += share * weight;
            Leaves.Add(weight);
            return ~(Leaves.Count - 1);
        }
        var source = _features[node.Feature]!.Source;
        if (_questions.Runs(source, place) is not { } runs)
            throw new NotExplainedException("its trees ask about too many categories");
        int[] exits = [.. runs.Select(run => run.Exit).Distinct()];
        if (!(node.Cover >= 0) || exits.Length > 1 && Math.Abs(exits.Sum(Cover) - node.Cover) > Rounded * node.Cover)
            throw new NotExplainedException("its trees do not say how many training rows came where (nodes_hitrates)");
        return Add(exits, 0, runs, source, share);
    }

    int Add(int[] exits, int exit, List<(int Code, int Exit)> runs, Source source, double share)
    {
        if (exit == exits.Length - 1)
            return Add(exits[exit], share);
        if (Branches.Count == MostBranches || _path.Count > 512)
            throw new NotExplainedException("its trees are too large");
        var (place, player) = sources[source];
        var rows = exits.Skip(exit).Sum(Cover);
        // Where no row came, none says which side is likelier.
        var first = rows > 0 ? Cover(exits[exit]) / rows : 1.0 / (exits.Length - exit);
        var at = Branches.Count;
        var before = _path.TryGetValue(player, out var earlier) ? earlier : (Side: -1, Share: 1);
        Branches.Add(default);
        _path[player] = ((at - _start) * 2, before.Share * first);
        _players = Math.Max(_players, _path.Count);
        var one = Add(exits[exit], share * first);
        _path[player] = ((at - _start) * 2 + 1, before.Share * (1 - first));
        var other = Add(exits, exit + 1, runs, source, share * (1 - first));
        if (before.Side < 0)
            _path.Remove(player);
        else
            _path[player] = before;
        Branches[at] = new(place, answers.Add(runs, source, exits[exit]), player, one, other, first, before.Side, before.Share);
        return at - _start;
    }

    double Cover(int place) => _ensemble.Nodes[place].Cover;
}
