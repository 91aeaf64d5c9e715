using System.Globalization;
using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>What a definition says of clusters: how many there are to be.</summary>
static class Clustering
{
    /// <summary>ML.NET's, for a definition that names no number.</summary>
    const int DefaultClusters = 5;

    /// <summary>Each is a distance in every prediction.</summary>
    const int MostClusters = 1_000;

    /// <summary>What the clusters are called, in the order of the scores: from 1, as in ML.NET.</summary>
    public static IReadOnlyList<string> Numbers(ModelDefinition model) =>
        [.. Enumerable.Range(1, model.Clusters ?? DefaultClusters).Select(static number => number.ToString(CultureInfo.InvariantCulture))];

    /// <param name="weight">The column that weighs the rows; null where they count alike.</param>
    public static IEnumerable<Problem> Check(ModelDefinition model, TaskKind task, Column? weight)
    {
        if (task != TaskKind.Clustering)
        {
            if (model.Clusters is not null)
                yield return Say(nameof(model.Clusters), $"Clusters says how many groups of rows to find, and '{model.Name}' is {task}; "
                    + "leave out Clusters, or paste Task = ModelTask.Clustering");
            yield break;
        }
        if (model.Clusters is { } clusters and not (>= 2 and <= MostClusters))
            yield return Say(nameof(model.Clusters), $"Clusters is {clusters.ToString(CultureInfo.InvariantCulture)}, and "
                + (clusters == 1 ? "one cluster tells no rows apart" : clusters < 1 ? "no row is in none" : "so many are no summary of the rows") + "; write a number from 2 to 1000, as in Clusters = 5");
        if (model.Trainer is "Linear" or "FastTree")
            yield return Say(nameof(model.Trainer), $"Trainer.{model.Trainer} learns from a label, and clusters are found without, by k-means; leave out Trainer");
        if (weight is not null)
            yield return new(Ids.WrongWeight, model.Weight is null ? null : nameof(model.Weight), $"'{weight.Name}' says how much each row counts, and k-means counts its rows alike; "
                + (model.Weight is null ? "give it another role in the contract" : "leave out Weight"), model.Weight);
    }

    static Problem Say(string? argument, string message) => new(Ids.WrongClusters, argument, message);
}
