using Kiln.Host.Boosters;
using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Export.Repairs;

/// <summary>
/// Writes the trees of ML.NET's ensembles anew from their public structure, because ML.NET's own writer knows no categorical splits: there
/// it branches on feature -1, or on a threshold that means nothing. LightGBM's are its own by then: <see cref="BoosterTrainer{TTransformer, TModel}"/> has put them in place
/// of ML.NET's reading of them.
/// </summary>
static class TreeEnsembleRepair
{
    /// <param name="step">The step that was just written.</param>
    /// <param name="written">The nodes it wrote.</param>
    public static void Apply(PipelineStep step, IEnumerable<GraphNode> written)
    {
        var nodes = written.Where(node => node.OperatorType.StartsWith("TreeEnsemble", StringComparison.Ordinal)).ToList();
        // Trees that are written here are none of ML.NET's.
        if (nodes.Count == 0 || step.Transformer is GraphStep)
            return;
        var ensembles = EnsembleFinder.Find(step.Model).ToList();
        if (ensembles.Count != nodes.Count)
            throw step.Refused($" writes {nodes.Count} ensembles but has {ensembles.Count}");
        // By itself, and not by its text of megabytes.
        var covers = new Dictionary<Booster, IReadOnlyList<Func<int, float>?>[]>(ReferenceEqualityComparer.Instance);
        foreach (var (node, ensemble) in nodes.Zip(ensembles))
        {
            // Refuses what nobody has read as LightGBM wrote it.
            if (BoosterTable.Find(ensemble) is not var (booster, score))
            {
                Rewrite(node, EnsembleFinder.Trees(ensemble), step, null);
                continue;
            }
            if (!covers.TryGetValue(booster, out var ofScores))
                covers.Add(booster, ofScores = BoosterCovers.Read(booster));
            Rewrite(node, EnsembleFinder.Trees(ensemble), step, ofScores[score]);
        }
    }

    static void Rewrite(GraphNode node, IReadOnlyList<RegressionTreeBase> trees, PipelineStep step, IReadOnlyList<Func<int, float>?>? covers)
    {
        // ML.NET lists a tree's branches and then its leaves. Only where NaN goes cannot be read from the public structure: LightGBM
        // decides it per branch, and ML.NET evaluates that as it writes it here.
        var missing = (long[])node.Attributes["nodes_missing_value_tracks_true"];
        if (missing.Length != trees.Sum(tree => tree.NumberOfNodes + tree.NumberOfLeaves))
            throw step.Refused(" writes different trees than it has");

        if (covers is not null && covers.Count != trees.Count(tree => tree.NumberOfNodes > 0))
            throw step.Refused(" has different trees than LightGBM wrote");

        var lists = new OnnxTrees();
        var (first, covered) = (0, 0);
        for (var i = 0; i < trees.Count; i++)
        {
            var cover = covers is null ? null : trees[i].NumberOfNodes == 0 ? _ => 1 : covers[covered++];
            lists.Add(i, trees[i], missing.AsSpan(first, trees[i].NumberOfNodes), cover);
            first += trees[i].NumberOfNodes + trees[i].NumberOfLeaves;
        }
        lists.WriteTo(node);
    }
}
