namespace Kiln.Host.Boosters;

/// <summary>How many training rows came where in a booster's trees, by the places that ML.NET's trees have them at.</summary>
static class BoosterCovers
{
    /// <summary>
    /// For each of the booster's scores the trees that add something; null where the booster's text does not say. ML.NET leaves out trees of no branches, of
    /// several classes all and else none, and what adds nothing is one of them.
    /// </summary>
    public static IReadOnlyList<Func<int, float>?>[] Read(Booster booster)
    {
        var scores = BoosterText.Scores(booster.Text);
        var trees = BoosterText.TreesThatAdd(booster.Text);
        return [.. Enumerable.Range(0, scores).Select(score => trees.Where((tree, i) => i % scores == score && tree.AddsSomething)
            .Select(tree => Covers(tree.Tree, booster.Columns)).ToList())];
    }

    static Func<int, float>? Covers(BoosterTree tree, int[]? columns)
    {
        // Of a tree that is a leaf, ML.NET has a branch with the same on both sides.
        if (tree.Leaves == 1)
            return place => place == ~1 ? 0 : 1;
        if (tree.LeafCounts.Length != tree.Leaves || tree.Counts.Length != tree.Leaves - 1)
            return null;
        var origins = new BranchLists(tree, columns).Origins;
        return place => place < 0 ? tree.LeafCounts[~place] : tree.Counts[origins[place]];
    }
}
