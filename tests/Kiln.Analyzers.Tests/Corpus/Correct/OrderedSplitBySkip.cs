// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext();

// Already in the order of time: the last rows are held out. Nothing here is random, so nothing needs a seed.
var rows = ml.Data.LoadFromTextFile<Hour>("load.csv", ';', hasHeader: true);
var train = ml.Data.TakeRows(rows, 8000);
var test = ml.Data.SkipRows(rows, 8000);

var pipeline = ml.Transforms.Concatenate("Features", "Temperature", "Weekday")
    .Append(ml.Regression.Trainers.FastTree("Load"));
var model = pipeline.Fit(train);
var metrics = ml.Regression.Evaluate(model.Transform(test), "Load");
Console.WriteLine($"MAE {metrics.MeanAbsoluteError:0.0}");

sealed class Hour
{
    [LoadColumn(1)] public float Temperature { get; set; }
    [LoadColumn(2)] public float Weekday { get; set; }
    [LoadColumn(3)] public float Load { get; set; }
}
