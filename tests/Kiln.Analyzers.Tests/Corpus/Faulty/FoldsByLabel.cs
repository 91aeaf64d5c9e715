// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stratified.Folds;

public class Leaf
{
    [LoadColumn(0)] public float Length { get; set; }
    [LoadColumn(1)] public float Width { get; set; }
    [LoadColumn(2)] public string Species { get; set; } = "";
}

class Program
{
    const string Target = nameof(Leaf.Species);

    static void Main()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile<Leaf>("leaves.csv", ',', hasHeader: true);
        var pipeline = mlContext.Transforms.Conversion.MapValueToKey(Target)
            .Append(mlContext.Transforms.Concatenate("Features", nameof(Leaf.Length), nameof(Leaf.Width)))
            .Append(mlContext.Transforms.NormalizeMinMax("Features"))
            .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(labelColumnName: Target));
        var results = mlContext.MulticlassClassification.CrossValidate(data, pipeline, 5, labelColumnName: Target, samplingKeyColumnName: Target); // KILN5005
        Console.WriteLine(results.Average(result => result.Metrics.MicroAccuracy));
    }
}
