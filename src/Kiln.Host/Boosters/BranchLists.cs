namespace Kiln.Host.Boosters;

/// <summary>
/// The branches of a booster's tree in the terms of ML.NET, whose branches compare 32-bit numbers, ask one number in place of NaN,
/// and know of a set of one-hot columns whether one of them is 1. Only what LightGBM itself would answer is written.
/// </summary>
/// <remarks>
/// ML.NET's own reader rounds thresholds to the nearest 32-bit number, which may be the next value of the data, and says "missing goes
/// right" as threshold + 1, which is the threshold itself from 2^24 on.
/// </remarks>
sealed class BranchLists
{
    /// <summary>What is this near to 0 is 0 to LightGBM.</summary>
    const float Zero = 1e-35f;

    static readonly float BelowZero = MathF.BitDecrement(-Zero);

    readonly BoosterTree _tree;

    /// <param name="tree">The tree.</param>
    /// <param name="columns">Where each feature's columns begin, and the number of columns; null where every feature is one column.</param>
    public BranchLists(BoosterTree tree, int[]? columns)
    {
        _tree = tree;
        for (var branch = 0; branch < tree.Features.Length; branch++)
            Reserve(tree.Gains[branch], branch);
        for (var branch = 0; branch < tree.Features.Length; branch++)
        {
            if (tree.IsCategorical(branch))
                Categorical(branch, columns ?? throw new InvalidDataException("LightGBM's model splits by categories that no columns stand for"));
            else
                Numerical(branch, columns is null ? tree.Features[branch] : columns[tree.Features[branch]]);
        }
    }

    public List<int> Columns { get; } = [];

    public List<float> Thresholds { get; } = [];

    /// <summary>What a branch compares in place of NaN: less than every threshold, or NaN, which is never less or equal.</summary>
    public List<float> Defaults { get; } = [];

    public List<int> LessOrEqual { get; } = [];

    public List<int> Greater { get; } = [];

    public List<double> Gains { get; } = [];

    public List<int[]?> Categories { get; } = [];

    /// <summary>Which of LightGBM's branches each is a part of.</summary>
    public List<int> Origins { get; } = [];

    void Numerical(int branch, int column)
    {
        var threshold = Comparable(_tree.Thresholds[branch]);
        var zeroIsLeft = 0 <= threshold;
        var missing = _tree.Missing(branch);
        var missingIsLeft = missing == MissingValue.None ? zeroIsLeft : _tree.MissingIsLeft(branch);
        var (left, right) = (_tree.Left[branch], _tree.Right[branch]);
        if (missing != MissingValue.Zero || missingIsLeft == zeroIsLeft)
        {
            Write(branch, column, threshold, missingIsLeft, left, right);
            return;
        }
        // 0 is missing and goes the other way than its neighbours: left, right, left, right along the line of numbers.
        var (first, second, third) = zeroIsLeft ? (BelowZero, Zero, threshold) : (threshold, BelowZero, Zero);
        var (next, last) = (Reserve(0, branch), Reserve(0, branch));
        Write(branch, column, first, missingIsLeft, left, next);
        Write(next, column, second, false, right, last);
        Write(last, column, third, false, left, right);
    }

    void Categorical(int branch, int[] columns)
    {
        var first = columns[_tree.Features[branch]];
        // The side of "one of these is 1" is ML.NET's greater one. No category at all is none of them.
        Write(branch, -1, 0, false, _tree.Right[branch], _tree.Left[branch]);
        Categories[branch] = [.. _tree.LeftCategories(branch).Select(category => first + category)];
    }

    /// <summary>
    /// The 32-bit number that the same 32-bit numbers are up to. Between two neighbours LightGBM's threshold lies in the middle, so
    /// it is not the nearest one. What counts as 0 stays on one side.
    /// </summary>
    static float Comparable(double threshold)
    {
        var nearest = (float)threshold;
        var below = nearest > threshold ? MathF.BitDecrement(nearest) : nearest;
        return Math.Abs(below) > Zero ? below : threshold >= 0 ? Zero : BelowZero;
    }

    int Reserve(double gain, int origin)
    {
        Columns.Add(0);
        Thresholds.Add(0);
        Defaults.Add(0);
        LessOrEqual.Add(0);
        Greater.Add(0);
        Categories.Add(null);
        Gains.Add(gain);
        Origins.Add(origin);
        return Gains.Count - 1;
    }

    void Write(int branch, int column, float threshold, bool missingIsLess, int lessOrEqual, int greater)
    {
        Columns[branch] = column;
        Thresholds[branch] = threshold;
        Defaults[branch] = missingIsLess ? float.NegativeInfinity : float.NaN;
        LessOrEqual[branch] = lessOrEqual;
        Greater[branch] = greater;
    }
}
