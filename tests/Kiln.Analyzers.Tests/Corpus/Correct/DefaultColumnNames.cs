// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Defaults;

public class Row
{
    [LoadColumn(0)] public bool Label { get; set; }
    [LoadColumn(1)] public float Weight { get; set; }
    [LoadColumn(2, 21), VectorType(20)] public float[] Features { get; set; } = [];
}

public class Scored
{
    public bool PredictedLabel { get; set; }
    public float Probability { get; set; }
    public float Score { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.tsv"));
        // Every trainer knows these names.
        var trainer = ml.BinaryClassification.Trainers.FastTree(exampleWeightColumnName: "Weight");
        var model = trainer.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).LogLoss);

        var scored = ml.Data.CreateEnumerable<Scored>(model.Transform(split.TestSet), reuseRowObject: false);
        foreach (var row in scored.Take(5))
            Console.WriteLine($"{row.PredictedLabel} {row.Probability:0.00} {row.Score:0.00}");
    }
}
