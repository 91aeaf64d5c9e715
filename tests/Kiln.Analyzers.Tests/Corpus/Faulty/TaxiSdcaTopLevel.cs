// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 0);
var train = ml.Data.LoadFromTextFile<Trip>("taxi-train.csv", hasHeader: true, separatorChar: ',');
var test = ml.Data.LoadFromTextFile<Trip>("taxi-test.csv", hasHeader: true, separatorChar: ',');
train = ml.Data.FilterRowsByColumn(train, nameof(Trip.Fare), lowerBound: 1, upperBound: 150);

var pipeline = ml.Transforms.CopyColumns("Label", nameof(Trip.Fare))
    .Append(ml.Transforms.Categorical.OneHotEncoding("VendorEncoded", nameof(Trip.Vendor)))
    .Append(ml.Transforms.Concatenate("Features", "VendorEncoded", nameof(Trip.Passengers), nameof(Trip.Seconds), nameof(Trip.Distance)))
    .Append(ml.Regression.Trainers.Sdca()); // KILN6002 KILN2006

var model = pipeline.Fit(train);
var metrics = ml.Regression.Evaluate(model.Transform(test), "Label", "Score");
Console.WriteLine($"R²: {metrics.RSquared:0.##}, RMSE: {metrics.RootMeanSquaredError:#.##}");
ml.Model.Save(model, train.Schema, "taxi.zip");

public class Trip
{
    [LoadColumn(0)] public string Vendor { get; set; } = "";
    [LoadColumn(2)] public float Passengers { get; set; }
    [LoadColumn(3)] public float Seconds { get; set; }
    [LoadColumn(4)] public float Distance { get; set; }
    [LoadColumn(6)] public float Fare { get; set; }
}
