using System.Numerics;

namespace Kiln.Host.Training.Isolation;

/// <summary>A tree that splits some rows by chance until each is alone, or would be after about as many splits more.</summary>
sealed class IsolationTree
{
    readonly List<IsolationNode> _nodes = [];

    IsolationTree()
    {
    }

    /// <summary>Each before those that it leads to.</summary>
    public IReadOnlyList<IsolationNode> Nodes => _nodes;

    public static IsolationTree Grow(IsolationColumn[] columns, int[] rows, Random random)
    {
        var tree = new IsolationTree();
        // Half of the rows are usually alone by then, and what is unusual much sooner.
        tree.Grow(columns, rows, 0, BitOperations.Log2((uint)rows.Length - 1) + 1, random);
        return tree;
    }

    /// <summary>How many splits it takes on average to find that a row is in none of as many: the mean depth of a search tree.</summary>
    public static double UsualDepth(int rows)
    {
        if (rows < 2)
            return 0;
        var harmonic = 0.0;
        for (var i = 1; i < rows; i++)
            harmonic += 1.0 / i;
        return 2 * harmonic - 2 * (rows - 1.0) / rows;
    }

    public IsolationNode Leaf(ReadOnlySpan<float> features)
    {
        var node = _nodes[0];
        while (!node.IsLeaf)
            node = _nodes[node.GoesLeft(features[node.Feature]) ? node.Left : node.Right];
        return node;
    }

    int Grow(IsolationColumn[] columns, int[] rows, int depth, int deepest, Random random)
    {
        var place = _nodes.Count;
        _nodes.Add(new(-1, Depth: depth + UsualDepth(rows.Length)));
        if (rows.Length < 2 || depth == deepest || Split(columns, rows, random) is not var (column, split))
            return place;
        var isLeft = Array.ConvertAll(rows, row => split.GoesLeft(column.Value(split, row)));
        var left = Grow(columns, [.. rows.Where((_, i) => isLeft[i])], depth + 1, deepest, random);
        var right = Grow(columns, [.. rows.Where((_, i) => !isLeft[i])], depth + 1, deepest, random);
        _nodes[place] = split with { Left = left, Right = right };
        return place;
    }

    /// <summary>By one of all the ways that have some of the rows on each side, one as likely as the other; null where the rows are alike.</summary>
    static (IsolationColumn Column, IsolationNode Split)? Split(IsolationColumn[] columns, int[] rows, Random random)
    {
        var ways = Array.ConvertAll(columns, column => column.Ways(rows));
        if (ways.Sum() is not (> 0 and var all))
            return null;
        var (drawn, place) = (random.Next(all), 0);
        for (; drawn >= ways[place]; place++)
            drawn -= ways[place];
        return (columns[place], columns[place].Split(rows, random));
    }
}
