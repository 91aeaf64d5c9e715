using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Examples;

namespace Kiln.Host.Training;

/// <summary>What reports say of how much rows count.</summary>
static class WeightNote
{
    /// <returns>Null where all count alike.</returns>
    public static string? Describe(ModelShape shape, ModelRows rows)
    {
        if (shape.Weight is not { } column)
            return null;
        float[] weights = [.. rows.HoldOut.Training.Select(rows.Examples.WeightOf)];
        var none = weights.Count(weight => weight == 0);
        return $"rows count as much as '{column.Name}' says, {Text(weights.Min())} to {Text(weights.Max())} and {Text(weights.Average())} on average of the training rows, in training and in the metrics"
            + (none > 0 ? $"; {Counted.Format(none, "training row")} of weight 0 {(none == 1 ? "does" : "do")} not count" : "");
    }

    static string Text(float weight) => weight.ToString("G4", CultureInfo.InvariantCulture);
}
