// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Inherited;

public class Measured
{
    [LoadColumn(0)] public float Temperature { get; set; }
    [LoadColumn(1)] public float Pressure { get; set; }
}

public class Labelled : Measured
{
    [LoadColumn(2)] public bool Failed { get; set; }
}

public class Result
{
    [ColumnName("PredictedLabel")] public bool Fails { get; set; }
    public float Probability { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Labelled>("machines.csv", ',', true));
        var pipeline = ml.Transforms.Concatenate("Features", nameof(Measured.Temperature), nameof(Measured.Pressure))
            .Append(ml.BinaryClassification.Trainers.FastTree(nameof(Labelled.Failed)));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Labelled.Failed)).AreaUnderRocCurve);

        // What is asked has no label.
        using var engine = ml.Model.CreatePredictionEngine<Labelled, Result>(model);
        var result = engine.Predict(new Labelled { Temperature = 81, Pressure = 1.9f });
        Console.WriteLine($"{result.Fails} {result.Probability:P1}");
    }
}
