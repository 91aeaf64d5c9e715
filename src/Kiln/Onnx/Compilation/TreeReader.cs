using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// Turns trees into masks. Branches below each other that ask for the same value are one question with several answers: a set of categories, which
/// the file spells as a chain of questions, is one, and what its links lead to is one subtree.
/// </summary>
/// <param name="ensemble">The ensemble.</param>
/// <param name="features">Its features; null for those that no branch asks for.</param>
sealed class TreeReader(TreeEnsembleRegressor ensemble, Feature?[] features)
{
    const int MostLeaves = 1 << 12;
    const int MostDepth = 1 << 9;

    /// <summary>How many answers may be looked up: some milliseconds.</summary>
    const int MostWork = 1 << 22;

    int _work;

    /// <summary>The tree, or null where it is no tree that masks are good for.</summary>
    public TreeMasks? Read(int root)
    {
        var tree = new TreeMasks();
        return Add(tree, root, 0) ? tree : null;
    }

    bool Add(TreeMasks tree, int place, int depth)
    {
        ref readonly var node = ref ensemble.Nodes[place];
        if (tree.Leaves.Count == MostLeaves || depth == MostDepth)
            return false;
        if (node.Comparison == TreeComparison.Leaf)
        {
            if (ensemble.Weight(node) is not { } weight)
                return false;
            tree.Leaves.Add(weight);
            return true;
        }

        var source = FeatureOf(node).Source;
        if (Runs(source, place) is not { } runs)
            return false;
        var first = tree.Leaves.Count;
        Dictionary<int, (int First, int End)> ranges = [];
        foreach (var (_, exit) in runs)
        {
            if (ranges.ContainsKey(exit))
                continue;
            var start = tree.Leaves.Count;
            if (!Add(tree, exit, depth + 1))
                return false;
            ranges.Add(exit, (start, tree.Leaves.Count));
        }
        if (runs.Count == 1)
            return true;
        if (!tree.Cuts.TryGetValue(source, out var cuts))
            tree.Cuts.Add(source, cuts = []);
        for (var i = 0; i < runs.Count; i++)
        {
            var (code, exit) = runs[i];
            var end = i + 1 < runs.Count ? runs[i + 1].Code : source.Codes;
            cuts.Add(new(code, end, first, tree.Leaves.Count, ranges[exit].First, ranges[exit].End));
        }
        return true;
    }

    /// <summary>At which codes another node is next than at the code before, and which; null where it is too much to find out.</summary>
    public List<(int Code, int Exit)>? Runs(Source source, int place)
    {
        if (Changes(source, place) is not { } changes)
            return null;
        List<(int Code, int Exit)> runs = [];
        foreach (var code in changes)
        {
            var exit = place;
            for (; IsOf(source, exit); _work++)
                exit = ensemble.Nodes[exit].Next(FeatureOf(ensemble.Nodes[exit]).Value(code));
            if (runs.Count == 0 || runs[^1].Exit != exit)
                runs.Add((code, exit));
        }
        return _work <= MostWork ? runs : null;
    }

    /// <summary>The codes at which an answer may change: all of a text's, and of a number's those after a boundary of the branches.</summary>
    IReadOnlyCollection<int>? Changes(Source source, int place)
    {
        SortedSet<int> codes = [0];
        HashSet<int> seen = [];
        Stack<int> open = new([place]);
        while (open.TryPop(out var next))
        {
            if (!IsOf(source, next) || !seen.Add(next))
                continue;
            if (seen.Count > MostLeaves)
                return null;
            ref readonly var node = ref ensemble.Nodes[next];
            open.Push(node.WhenTrue);
            open.Push(node.WhenFalse);
            if (!source.IsText && !float.IsNaN(node.Threshold))
            {
                var at = Array.BinarySearch(source.Boundaries, node.Threshold);
                var code = at < 0 ? ~at : at;
                codes.UnionWith([code, code + 1]);
            }
        }
        if (source.IsText)
            return Enumerable.Range(0, source.Codes).ToArray();
        codes.Add(source.Codes - 1);
        codes.RemoveWhere(code => code >= source.Codes);
        return codes;
    }

    bool IsOf(Source source, int place) => ensemble.Nodes[place].Comparison != TreeComparison.Leaf && FeatureOf(ensemble.Nodes[place]).Source == source;

    Feature FeatureOf(TreeNode node) => features[node.Feature]!;
}
