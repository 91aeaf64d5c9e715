// origin: alongside the rules
// contract: rides
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rides.Shuffled;

public class Ride
{
    [LoadColumn(0)] public DateTime StartedAt { get; set; }
    [LoadColumn(1)] public string Zone { get; set; } = "";
    [LoadColumn(2)] public float Distance { get; set; }
    [LoadColumn(3)] public float Passengers { get; set; }
    [LoadColumn(4)] public float Fare { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var rides = ml.Data.LoadFromTextFile<Ride>("data/rides.csv", ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(rides, testFraction: 0.2); // KILN5003

        var pipeline = ml.Transforms.Categorical.OneHotEncoding("ZoneCode", "Zone")
            .Append(ml.Transforms.Concatenate("Features", "ZoneCode", "Distance", "Passengers"))
            .Append(ml.Regression.Trainers.FastTree("Fare"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Fare").RSquared);
    }
}
