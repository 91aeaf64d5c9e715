// origin: blind, second round
using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

var folder = Environment.GetEnvironmentVariable("RENTS_DATA") ?? "data";
var run = Guid.NewGuid().ToString("N")[..8];
var clock = Stopwatch.StartNew();

var ml = new MLContext(seed: 12);
ml.Log += (_, entry) =>
{
    if (entry.Kind >= Microsoft.ML.Runtime.ChannelMessageKind.Warning)
        Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {run} {entry.Message}");
};

var rents = ml.Data.LoadFromTextFile<Rent>(Path.Combine(folder, "rents.csv"), separatorChar: ',', hasHeader: true);
var affordable = ml.Data.FilterRowsByColumn(rents, nameof(Rent.Label), lowerBound: 200, upperBound: 5000);
var split = ml.Data.TrainTestSplit(affordable, testFraction: 0.2);
var model = ml.Transforms.Categorical.OneHotEncoding("DistrictVector", nameof(Rent.District))
    .Append(ml.Transforms.Concatenate("Features", "DistrictVector", nameof(Rent.Area), nameof(Rent.Rooms)))
    .Append(ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { NumberOfTrees = 200, Seed = 12 }))
    .Fit(split.TrainSet);
var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet));

Console.WriteLine($"{run}: R² {metrics.RSquared:0.000} after {clock.Elapsed.TotalSeconds:0} s on {Environment.MachineName}");
ml.Model.Save(model, rents.Schema, Path.Combine(folder, $"rents-{DateTime.UtcNow:yyyyMMddHHmm}.zip"));

sealed class Rent
{
    [LoadColumn(0)] public float Label { get; set; }
    [LoadColumn(1)] public string District { get; set; } = "";
    [LoadColumn(2)] public float Area { get; set; }
    [LoadColumn(3)] public float Rooms { get; set; }
}
