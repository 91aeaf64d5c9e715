// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

var ml = new MLContext(seed: 3);
var flowers = ml.Data.LoadFromTextFile<Flower>(args[0], ',', hasHeader: false);
var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Kind")
    .Append(ml.Transforms.Concatenate("Features", "SepalLength", "SepalWidth", "PetalLength", "PetalWidth"))
    .Append(ml.MulticlassClassification.Trainers.LightGbm(numberOfLeaves: 8))
    .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
var folds = ml.MulticlassClassification.CrossValidate(flowers, pipeline, numberOfFolds: 5);
Console.WriteLine(folds.Average(fold => fold.Metrics.MicroAccuracy));

var model = pipeline.Fit(flowers);
var engine = ml.Model.CreatePredictionEngine<Flower, Kind>(model);
var kind = engine.Predict(new Flower { SepalLength = 5.1f, SepalWidth = 3.3f, PetalLength = 1.6f, PetalWidth = 0.2f });
Console.WriteLine($"{kind.PredictedLabel} {kind.Score:P0}");

sealed class Flower
{
    [LoadColumn(0)] public float SepalLength { get; set; }
    [LoadColumn(1)] public float SepalWidth { get; set; }
    [LoadColumn(2)] public float PetalLength { get; set; }
    [LoadColumn(3)] public float PetalWidth { get; set; }
    [LoadColumn(4)] public string Kind { get; set; } = "";
}

sealed class Kind
{
    public string PredictedLabel { get; set; } = "";
    public float Score { get; set; } // KILN2011
}
