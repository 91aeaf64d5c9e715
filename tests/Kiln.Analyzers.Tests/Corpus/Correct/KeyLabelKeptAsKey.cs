// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Keys;

public class Seed
{
    [LoadColumn(0, 6)][VectorType(7)] public float[] Shape { get; set; } = new float[7];
    [LoadColumn(7)][KeyType(3)] public uint Kind { get; set; }
}

public class SeedPrediction
{
    // Not mapped back: the key itself, counted from one.
    [ColumnName("PredictedLabel")] public uint Kind { get; set; }
    [VectorType(3)] public float[] Score { get; set; } = [];
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Seed>("seeds.tsv"));
        var model = ml.Transforms.NormalizeMeanVariance("Features", "Shape")
            .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(labelColumnName: "Kind"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet), "Kind").ConfusionMatrix.GetFormattedConfusionTable());
        var engine = ml.Model.CreatePredictionEngine<Seed, SeedPrediction>(model);
        Console.WriteLine(engine.Predict(new Seed { Shape = [15.2f, 14.8f, 0.87f, 5.7f, 3.3f, 2.2f, 5.2f] }).Kind);
    }
}
