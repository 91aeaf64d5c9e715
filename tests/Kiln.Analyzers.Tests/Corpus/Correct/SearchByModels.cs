// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

namespace Searched;

public class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public bool Label { get; set; }
}

/// <summary>An experiment at somebody's desk, in no versioned model: it may take its ten minutes.</summary>
public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv", ','), 0.2);
        var result = ml.Auto().CreateBinaryClassificationExperiment(maxExperimentTimeInSeconds: 600).Execute(split.TrainSet);
        var model = result.BestRun.Model;
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
        ml.Model.Save(model, split.TrainSet.Schema, "found.zip");
    }
}
