// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Bikes;

/// <summary>Trains, saves, and loads what was just saved, to see that it comes back.</summary>
public static class RoundTrip
{
    const string File = "bikes.zip";

    public static void Run(string data)
    {
        var ml = new MLContext();
        var train = ml.Data.LoadFromTextFile<Hour>(Path.Combine(data, "2023.csv"), separatorChar: ',', hasHeader: true);
        var test = ml.Data.LoadFromTextFile<Hour>(Path.Combine(data, "2024.csv"), separatorChar: ',', hasHeader: true);
        var model = ml.Transforms.Concatenate("Features", nameof(Hour.Season), nameof(Hour.Clock), nameof(Hour.Temperature), nameof(Hour.Wind))
            .Append(ml.Regression.Trainers.LightGbm(nameof(Hour.Rented)))
            .Fit(train);

        ml.Model.Save(model, train.Schema, File);
        var again = ml.Model.Load(File, out _);

        var before = ml.Regression.Evaluate(model.Transform(test), nameof(Hour.Rented));
        var after = ml.Regression.Evaluate(again.Transform(test), nameof(Hour.Rented));
        if (before.RootMeanSquaredError != after.RootMeanSquaredError)
            throw new InvalidOperationException("the model that was loaded is not the one that was saved");
    }

    public sealed class Hour
    {
        [LoadColumn(0)] public float Season { get; set; }
        [LoadColumn(1)] public float Clock { get; set; }
        [LoadColumn(3)] public float Temperature { get; set; }
        [LoadColumn(4)] public float Wind { get; set; }
        [LoadColumn(8)] public float Rented { get; set; }
    }
}
