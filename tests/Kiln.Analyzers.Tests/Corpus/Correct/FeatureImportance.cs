// origin: alongside the rules
using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 1);
var data = ml.Data.LoadFromTextFile<Home>("homes.csv", ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(data, 0.2);

string[] features = ["Rooms", "Age", "Distance"];
var pipeline = ml.Transforms.Concatenate("Features", features).Append(ml.Regression.Trainers.FastTree("Price"));
var model = pipeline.Fit(split.TrainSet);

// Which column matters, measured on rows the model has not seen.
ImmutableDictionary<string, RegressionMetricsStatistics> importance =
    ml.Regression.PermutationFeatureImportance(model, split.TestSet, labelColumnName: "Price", permutationCount: 5);
foreach (var (column, statistics) in importance.OrderBy(pair => pair.Value.RSquared.Mean))
    Console.WriteLine($"{column,-10} {statistics.RSquared.Mean:0.000}");

class Home
{
    [LoadColumn(0)] public float Rooms { get; set; }
    [LoadColumn(1)] public float Age { get; set; }
    [LoadColumn(2)] public float Distance { get; set; }
    [LoadColumn(3)] public float Price { get; set; }
}
