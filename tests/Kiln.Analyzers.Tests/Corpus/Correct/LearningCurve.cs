// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 9);
var flats = ml.Data.LoadFromTextFile<Flat>("flats.csv", separatorChar: ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(flats, testFraction: 0.3);
var pipeline = ml.Transforms.Concatenate("Features", "Rooms", "Area", "Floor").Append(ml.Regression.Trainers.FastForest("Rent"));

Console.WriteLine("rows  train  test");
foreach (var rows in new[] { 100, 300, 1000, 3000 })
{
    var some = ml.Data.TakeRows(split.TrainSet, rows);
    var model = pipeline.Fit(some);
    var seen = ml.Regression.Evaluate(model.Transform(some), "Rent");
    var unseen = ml.Regression.Evaluate(model.Transform(split.TestSet), "Rent");
    Console.WriteLine($"{rows,5} {seen.RootMeanSquaredError,6:F0} {unseen.RootMeanSquaredError,6:F0}");
}

sealed class Flat
{
    [LoadColumn(0)]
    public float Rooms { get; set; }

    [LoadColumn(1)]
    public float Area { get; set; }

    [LoadColumn(2)]
    public float Floor { get; set; }

    [LoadColumn(5)]
    public float Rent { get; set; }
}
