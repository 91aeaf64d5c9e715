using System.Reflection;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Boosters;

/// <summary>Makes ML.NET's trees from LightGBM's text, so that ML.NET predicts as LightGBM does.</summary>
static class EnsembleReader
{
    static readonly Type Ensemble = Internals.Type(typeof(RegressionTree).Assembly, "Microsoft.ML.Trainers.FastTree.InternalTreeEnsemble");
    static readonly Type Tree = Internals.Type(typeof(RegressionTree).Assembly, "Microsoft.ML.Trainers.FastTree.InternalRegressionTree");
    static readonly MethodInfo Create = Internals.Method(Tree, "Create");

    public static object Read(string text, int[]? columns)
    {
        var ensemble = Activator.CreateInstance(Ensemble)!;
        foreach (var (tree, addsSomething) in BoosterText.TreesThatAdd(text))
            Internals.Call(ensemble, "AddTree", tree.Leaves > 1 ? Branched(tree, columns) : addsSomething ? Constant(tree.LeafValues[0]) : Activator.CreateInstance(Tree, 2)!);
        return ensemble;
    }

    static object Branched(BoosterTree tree, int[]? columns)
    {
        var branches = new BranchLists(tree, columns);
        // ML.NET counts one leaf more than branches. Where a branch became several, leaves that nothing leads to make up for it.
        var leaves = new double[branches.Columns.Count + 1];
        tree.LeafValues.CopyTo(leaves, 0);
        return Make(branches, leaves);
    }

    /// <summary>A tree of one leaf is a branch with the same on both sides to ML.NET, which takes one without branches for 0.</summary>
    static object Constant(double value)
    {
        Dictionary<string, string> fields = new()
        {
            ["num_leaves"] = "2", ["leaf_value"] = "0 0", ["split_feature"] = "0", ["threshold"] = "0", ["split_gain"] = "0",
            ["left_child"] = "-1", ["right_child"] = "-2", ["decision_type"] = "0",
        };
        return Make(new(new(fields), null), [value, value]);
    }

    static object Make(BranchLists branches, double[] leaves) => Internals.Call(Create,
        leaves.Length, branches.Columns.ToArray(), branches.Gains.ToArray(), branches.Thresholds.ToArray(), branches.Defaults.ToArray(),
        branches.LessOrEqual.ToArray(), branches.Greater.ToArray(), leaves,
        branches.Categories.ToArray(), branches.Categories.Select(columns => columns is not null).ToArray())!;
}
