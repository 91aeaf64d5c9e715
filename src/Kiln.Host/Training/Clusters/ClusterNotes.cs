using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Clusters;

/// <summary>What reports say of clusters: how large each is, what its rows have in common, and what was not read.</summary>
static class ClusterNotes
{
    const int MostClusters = 10;

    /// <param name="training">What is said of the training rows.</param>
    public static IEnumerable<string> List(ModelShape shape, ModelRows rows, Predictions training)
    {
        var examples = rows.Examples;
        var clusters = training.Clusters.Zip(rows.HoldOut.Training).GroupBy(pair => pair.First, pair => pair.Second).OrderByDescending(cluster => cluster.Count()).ThenBy(cluster => cluster.Key).ToList();
        var typical = new TypicalColumns(examples, rows.HoldOut.Training);
        foreach (var cluster in clusters.Take(MostClusters))
            yield return $"cluster {cluster.Key + 1}: {Text(cluster.Count())} of {Counted.Format(training.Scores.Length, "training row")} ({Share(cluster.Count(), training.Scores.Length)}): {typical.Describe([.. cluster])}";
        if (clusters.Count > MostClusters)
            yield return $"{clusters.Count - MostClusters} smaller clusters have {Text(clusters.Skip(MostClusters).Sum(cluster => cluster.Count()))} training rows";
        if (shape.Inputs.Where(input => input.IsFreeText).Select(input => $"'{input.Name}'").ToList() is { Count: > 0 } texts)
            yield return $"not read, because free texts have no distance: {string.Join(", ", texts)}";
        if (shape.LabelColumn is { } label)
            yield return Known(label.Name, [.. rows.HoldOut.HeldOut.Select(row => examples.Label[row])]);
    }

    static string Known(string label, float[] labels) => $"the label '{label}' measures the model, which learns nothing from it"
        + (labels.Count(float.IsNaN) is > 0 and var unknown ? $"; {Text(unknown)} of {Counted.Format(labels.Length, "held-out row")} have none" : "");

    public static string Share(double part, double all) => (100 * part / all).ToString(part > 0 && part / all < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
