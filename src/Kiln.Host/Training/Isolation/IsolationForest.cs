using Kiln.Host.Examples;

namespace Kiln.Host.Training.Isolation;

/// <summary>
/// Trees of splits by chance, in which unusual rows are soon alone (Liu, Ting, Zhou, Isolation Forest, ICDM 2008). Each tree is of a few rows, so that a
/// million rows cost no more than some thousands.
/// </summary>
sealed class IsolationForest
{
    /// <summary>The paper's, and scikit-learn's.</summary>
    public const int Trees = 100, MostRows = 256;

    const double Ln2 = 0.693147180559945309;

    readonly IsolationTree[] _trees;

    /// <summary>What a split more is worth: the score is 2 to the power of minus the mean depth, in units of what is usual.</summary>
    readonly double _unit;

    IsolationForest(IsolationTree[] trees, int rows) => (_trees, _unit) = (trees, Ln2 / (trees.Length * IsolationTree.UsualDepth(rows)));

    /// <param name="training">The rows to learn from, two at least, in an order that follows from them alone.</param>
    public static IsolationForest Fit(ExampleSet examples, int[] training, int seed)
    {
        var random = new Random(seed);
        var columns = IsolationColumn.List(examples);
        var rows = Math.Min(MostRows, training.Length);
        return new([.. Enumerable.Range(0, Trees).Select(_ => IsolationTree.Grow(columns, Draw(training, rows, random), random))], rows);
    }

    /// <summary>Whether any two rows were told apart.</summary>
    public bool Splits => Array.Exists(_trees, tree => tree.Nodes.Count > 1);

    /// <summary>How unusual a row is, above 0 and at most 1.</summary>
    /// <param name="features">As the trees' nodes number them.</param>
    public float Score(ReadOnlySpan<float> features)
    {
        double sum = 0;
        foreach (var tree in _trees)
            sum += Worth(tree.Leaf(features));
        return (float)Math.Exp(sum);
    }

    /// <summary>For each tree its nodes and, for those that are leaves, what they add to the score's logarithm.</summary>
    public IEnumerable<(IReadOnlyList<IsolationNode> Nodes, Func<IsolationNode, float> Worth)> Lists => _trees.Select(tree => (tree.Nodes, (Func<IsolationNode, float>)Worth));

    float Worth(IsolationNode leaf) => (float)(-_unit * leaf.Depth);

    /// <summary>Different rows, by Floyd's algorithm: of a million as soon as of a thousand.</summary>
    static int[] Draw(int[] rows, int count, Random random)
    {
        var drawn = new HashSet<int>();
        for (var last = rows.Length - count; last < rows.Length; last++)
            if (!drawn.Add(random.Next(last + 1)))
                drawn.Add(last);
        return [.. drawn.Order().Select(i => rows[i])];
    }
}
