// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

// FastTree has no randomness by default: this context needs a seed for its split only, and has one.
var ml = new MLContext(seed: 42);

var data = ml.Data.LoadFromTextFile<House>("data/houses.csv", separatorChar: ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);

var pipeline = ml.Transforms.Categorical.OneHotEncoding("DistrictEncoded", nameof(House.District))
    .Append(ml.Transforms.Concatenate("Features", "DistrictEncoded", nameof(House.Area), nameof(House.Rooms)))
    .Append(ml.Regression.Trainers.FastTree(labelColumnName: nameof(House.Price)));

var model = pipeline.Fit(split.TrainSet);
var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), labelColumnName: nameof(House.Price));
Console.WriteLine($"R²   {metrics.RSquared:0.000}");
Console.WriteLine($"RMSE {metrics.RootMeanSquaredError:0.0}");

ml.Model.Save(model, data.Schema, "houses.zip");

public sealed class House
{
    [LoadColumn(0)] public string District { get; set; } = "";
    [LoadColumn(1)] public float Area { get; set; }
    [LoadColumn(2)] public float Rooms { get; set; }
    [LoadColumn(3)] public float Price { get; set; }
}
