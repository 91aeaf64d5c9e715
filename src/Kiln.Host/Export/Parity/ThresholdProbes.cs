using Kiln.Host.Boosters;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Export.Parity;

/// <summary>
/// Rows on both sides of the thresholds of an ensemble, and beyond all of them: whether a threshold is the right 32-bit number shows at
/// its neighbours and nowhere else.
/// </summary>
static class ThresholdProbes
{
    const int Limit = 2_000;

    public static IEnumerable<Probe> Create(IEnumerable<TreeEnsembleModelParameters> ensembles, List<float[]> rows)
    {
        if (rows.Count == 0)
            yield break;
        var thresholds = ensembles.SelectMany(EnsembleFinder.Trees).SelectMany(Thresholds).Distinct().ToList();
        var columns = thresholds.Select(threshold => threshold.Column).Distinct().Order();
        var values = thresholds.SelectMany(pair => new[] { (pair.Column, pair.Threshold), (pair.Column, MathF.BitIncrement(pair.Threshold)) })
            .Take(Limit)
            .Concat(columns.SelectMany(column => new[]
            {
                (column, float.NaN), (column, 0), (column, float.Epsilon), (column, -float.Epsilon),
                (column, float.PositiveInfinity), (column, float.NegativeInfinity),
            }));
        foreach (var (i, (column, value)) in values.Index())
        {
            float[] row = [.. rows[i % rows.Count]];
            row[column] = value;
            yield return new(row, $"held-out row {i % rows.Count + 1} with {value:R} as feature {column}");
        }
    }

    static IEnumerable<(int Column, float Threshold)> Thresholds(RegressionTreeBase tree) =>
        Enumerable.Range(0, tree.NumberOfNodes)
            .Where(branch => !tree.CategoricalSplitFlags[branch])
            .Select(branch => (tree.NumericalSplitFeatureIndexes[branch], tree.NumericalSplitThresholds[branch]));
}
