using Kiln.Contracts.Models;
using Kiln.Host.Examples;

namespace Kiln.Host.Training;

/// <summary>What a booster of LightGBM says of every row if nothing tells rows apart.</summary>
static class LabelLevel
{
    /// <summary>Of a class without a row.</summary>
    const double LeastShare = 1e-6;

    /// <returns>Of each score: the mean of numbers, the log-odds of two classes, the logarithm of each class's share.</returns>
    public static double[] Of(ExampleSet examples, int[] rows)
    {
        var weight = rows.Sum(row => (double)examples.WeightOf(row));
        double Mean(Func<float, double> value) => rows.Sum(row => examples.WeightOf(row) * value(examples.Label[row])) / weight;
        double Share(Func<float, bool> isOne) => Math.Clamp(Mean(label => isOne(label) ? 1 : 0), LeastShare, 1 - LeastShare);
        switch (examples.Shape.Task)
        {
            case TaskKind.BinaryClassification:
                var share = Share(label => label > 0);
                return [Math.Log(share / (1 - share))];
            case TaskKind.MulticlassClassification:
                return [.. examples.Shape.Classes.Select((_, c) => Math.Log(Share(label => (int)label == c)))];
            default:
                return [Mean(label => label)];
        }
    }
}
