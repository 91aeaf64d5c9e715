// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Heart;

public class HeartData
{
    [LoadColumn(0)] public float Age { get; set; }
    [LoadColumn(1)] public int Rate { get; set; }
    [LoadColumn(2)] public bool Smoker { get; set; }
    [LoadColumn(3)] public float Sick { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var mlContext = new MLContext(seed: 1);
        var train = mlContext.Data.LoadFromTextFile<HeartData>("heart-train.csv", ';', true);
        var test = mlContext.Data.LoadFromTextFile<HeartData>("heart-test.csv", ';', true);

        var pipeline = mlContext.Transforms.Conversion.ConvertType("Label", "Sick", DataKind.Boolean)
            .Append(mlContext.Transforms.Conversion.ConvertType([new InputOutputColumnPair("Rate"), new InputOutputColumnPair("Smoker")], DataKind.Single))
            .Append(mlContext.Transforms.Concatenate("Features", "Age", "Rate", "Smoker"))
            .Append(mlContext.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(train);
        Console.WriteLine(mlContext.BinaryClassification.Evaluate(model.Transform(test)).AreaUnderRocCurve);
    }
}
