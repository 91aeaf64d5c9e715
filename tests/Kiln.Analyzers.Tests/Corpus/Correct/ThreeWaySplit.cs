// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Wine;

sealed class Bottle
{
    [LoadColumn(0, 9), VectorType(10), ColumnName("Features")]
    public float[] Chemistry { get; set; } = [];

    [LoadColumn(10), ColumnName("Label")]
    public bool Good { get; set; }
}

static class Program
{
    static void Main()
    {
        var ml = new MLContext(seed: 11);
        var bottles = ml.Data.LoadFromTextFile<Bottle>(Path.Combine("data", "wine.csv"), separatorChar: ',');
        var outer = ml.Data.TrainTestSplit(bottles, testFraction: 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.25);
        var best = 0.0;
        var leaves = 0;
        foreach (var candidate in new[] { 4, 8, 16, 32 })
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: candidate).Fit(inner.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(inner.TestSet));
            if (metrics.AreaUnderRocCurve <= best)
                continue;
            best = metrics.AreaUnderRocCurve;
            leaves = candidate;
        }
        var winner = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(outer.TrainSet);
        var final = ml.BinaryClassification.Evaluate(winner.Transform(outer.TestSet));
        Console.WriteLine($"{leaves} leaves: {final.AreaUnderRocCurve:F3}");
    }
}
