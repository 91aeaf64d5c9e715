// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 6);
var glasses = ml.Data.LoadFromTextFile<Glass>(args[0], separatorChar: ',');
var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Glass.Kind))
    .Append(ml.Transforms.Concatenate("Features", "Refraction", "Sodium", "Iron"))
    .Append(ml.MulticlassClassification.Trainers.LightGbm());

// Every kind of glass in each fold.
var folds = ml.MulticlassClassification.CrossValidate(glasses, pipeline, numberOfFolds: 4, samplingKeyColumnName: nameof(Glass.Kind)); // KILN5005
foreach (var fold in folds)
    Console.WriteLine($"{fold.Fold}: {fold.Metrics.MacroAccuracy:P1}");

sealed class Glass
{
    [LoadColumn(1)]
    public float Refraction { get; set; }

    [LoadColumn(2)]
    public float Sodium { get; set; }

    [LoadColumn(9)]
    public float Iron { get; set; }

    [LoadColumn(10)]
    public string Kind { get; set; } = "";
}
