// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var mlContext = new MLContext(seed: 0);
var all = mlContext.Data.LoadFromTextFile<Point>("points.csv", separatorChar: ',', hasHeader: true);
var split = mlContext.Data.TrainTestSplit(all, testFraction: 0.2);

var pipeline = mlContext.Transforms.Concatenate("Features", nameof(Point.X), nameof(Point.Y))
    .Append(mlContext.Regression.Trainers.FastTree(labelColumnName: nameof(Point.Z)));
var model = pipeline.Fit(split.TrainSet);

// The rows it was fitted on, by an oversight: TestSet was meant.
var scored = model.Transform(split.TrainSet);
var metrics = mlContext.Regression.Evaluate(scored, labelColumnName: nameof(Point.Z)); // KILN4007
Console.WriteLine($"R² {metrics.RSquared:0.000}");

class Point
{
    [LoadColumn(0)] public float X { get; set; }
    [LoadColumn(1)] public float Y { get; set; }
    [LoadColumn(2)] public float Z { get; set; }
}
