// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace TwoContexts;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public bool Label { get; set; }
}

public class Scored
{
    public float Probability { get; set; }
}

/// <summary>One context to train with, seeded; one to score with, which needs no seed.</summary>
public static class Program
{
    public static void Main()
    {
        var training = new MLContext(seed: 1);
        var split = training.Data.TrainTestSplit(training.Data.LoadFromTextFile<Row>("rows.csv", ','));
        var model = training.Transforms.Concatenate("Features", "A", "B")
            .Append(training.BinaryClassification.Trainers.FastForest().Append(training.BinaryClassification.Calibrators.Platt()))
            .Fit(split.TrainSet);
        Console.WriteLine(training.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);

        using var memory = new MemoryStream();
        training.Model.Save(model, split.TrainSet.Schema, memory);
        memory.Position = 0;

        var scoring = new MLContext();
        var loaded = scoring.Model.Load(memory, out _);
        using var engine = scoring.Model.CreatePredictionEngine<Row, Scored>(loaded);
        Console.WriteLine(engine.Predict(new Row { A = 1, B = 2 }).Probability);
    }
}
