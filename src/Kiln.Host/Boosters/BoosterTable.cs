using System.Runtime.CompilerServices;
using Kiln.Host.Export.Steps;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Boosters;

/// <summary>Which booster a fitted model's trees are from. It lives as long as the model does.</summary>
static class BoosterTable
{
    static readonly ConditionalWeakTable<TreeEnsembleModelParameters, Entry> Entries = [];

    /// <param name="model">The model, which may be one tree ensemble a class.</param>
    /// <param name="booster">The booster of all of them.</param>
    public static void Add(object model, Booster booster)
    {
        foreach (var (score, ensemble) in EnsembleFinder.Find(model).Index())
            Add(ensemble, booster, score);
    }

    /// <param name="ensemble">Trees of one of the booster's scores.</param>
    public static void Add(TreeEnsembleModelParameters ensemble, Booster booster, int score) => Entries.Add(ensemble, new(booster, score));

    /// <summary>The booster of an ensemble and which of its scores the ensemble gives, or null where LightGBM has not trained it.</summary>
    /// <exception cref="ExportException">LightGBM has, but where nobody could look.</exception>
    public static (Booster Booster, int Score)? Find(TreeEnsembleModelParameters ensemble)
    {
        if (Entries.TryGetValue(ensemble, out var entry))
            return (entry.Booster, entry.Score);
        if (ensemble.GetType().Namespace == "Microsoft.ML.Trainers.LightGbm")
            throw new ExportException($"{ensemble.GetType().Name} was trained inside another estimator, where LightGBM's own trees cannot be "
                + "read, and ML.NET's reading of them is not always right; append the trainer to the pipeline itself");
        return null;
    }

    sealed record Entry(Booster Booster, int Score);
}
