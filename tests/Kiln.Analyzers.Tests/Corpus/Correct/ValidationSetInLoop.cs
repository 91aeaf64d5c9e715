// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Tuning;

public sealed class Signal
{
    [LoadColumn(0, 11), VectorType(12)] public float[] Features { get; set; } = [];
    [LoadColumn(12)] public bool Label { get; set; }
}

public static class Search
{
    public static ITransformer Best(string path)
    {
        var ml = new MLContext(seed: 4);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Signal>(path, ','), testFraction: 0.2);
        // The choice is made on a validation set; the test set is touched once.
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.25);

        var bestAuc = 0.0;
        var bestLeaves = 0;
        foreach (var leaves in new[] { 8, 16, 32, 64 })
        {
            var trainer = ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfLeaves = leaves });
            var auc = ml.BinaryClassification.Evaluate(trainer.Fit(inner.TrainSet).Transform(inner.TestSet)).AreaUnderRocCurve;
            Console.WriteLine($"{leaves} leaves: {auc:0.0000}");
            if (auc > bestAuc)
                (bestAuc, bestLeaves) = (auc, leaves);
        }

        var chosen = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: bestLeaves).Fit(outer.TrainSet);
        var final = ml.BinaryClassification.Evaluate(chosen.Transform(outer.TestSet));
        Console.WriteLine($"test: {final.AreaUnderRocCurve:0.0000}");
        return chosen;
    }
}
