// origin: alongside the rules
// contract: rides
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rides.Ordered;

public class Ride
{
    [LoadColumn(0)] public DateTime StartedAt { get; set; }
    [LoadColumn(1)] public string Zone { get; set; } = "";
    [LoadColumn(2)] public float Distance { get; set; }
    [LoadColumn(4)] public float Fare { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var rides = ml.Data.LoadFromTextFile<Ride>("data/rides.csv", ',', hasHeader: true);
        var cut = new DateTime(2025, 10, 1);
        var before = ml.Data.FilterByCustomPredicate<Ride>(rides, ride => ride.StartedAt >= cut);
        var after = ml.Data.FilterByCustomPredicate<Ride>(rides, ride => ride.StartedAt < cut);

        var pipeline = ml.Transforms.Categorical.OneHotEncoding("ZoneCode", "Zone")
            .Append(ml.Transforms.Concatenate("Features", "ZoneCode", "Distance"))
            .Append(ml.Regression.Trainers.FastTree("Fare"));
        var model = pipeline.Fit(before);
        var metrics = ml.Regression.Evaluate(model.Transform(after), "Fare");
        Console.WriteLine($"R² {metrics.RSquared:0.00}, MAE {metrics.MeanAbsoluteError:0.00}");
    }
}
