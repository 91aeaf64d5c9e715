// origin: alongside the rules
// contract: rides
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rides;

/// <summary>A row of data/rides.csv, written down from memory: Distance and Passengers are the other way round.</summary>
public class Ride
{
    [LoadColumn(0)] public DateTime StartedAt { get; set; }
    [LoadColumn(1)] public string Zone { get; set; } = "";
    [LoadColumn(3)] public float Distance { get; set; } // KILN2008
    [LoadColumn(2)] public float Passengers { get; set; } // KILN2008
    [LoadColumn(4)] public float Fare { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var rides = ml.Data.LoadFromTextFile<Ride>("data/rides.csv", ',', hasHeader: true);
        var spring = ml.Data.FilterByCustomPredicate<Ride>(rides, ride => ride.StartedAt.Month >= 6);
        var summer = ml.Data.FilterByCustomPredicate<Ride>(rides, ride => ride.StartedAt.Month < 6);

        var pipeline = ml.Transforms.Categorical.OneHotEncoding("ZoneCode", "Zone")
            .Append(ml.Transforms.Concatenate("Features", "ZoneCode", "Distance", "Passengers"))
            .Append(ml.Regression.Trainers.FastTree("Fare"));
        var model = pipeline.Fit(spring);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(summer), "Fare").RSquared);
    }
}
