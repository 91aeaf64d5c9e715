// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Trips;

sealed class Trip
{
    public float Metres { get; set; }

    public float Seconds { get; set; }

    public bool Late { get; set; }
}

sealed class Speed
{
    public float MetresPerSecond { get; set; }
}

static class Program
{
    static void Main()
    {
        var ml = new MLContext(seed: 8);
        var trips = ml.Data.LoadFromEnumerable(Trips());
        var speeds = ml.Transforms.CustomMapping<Trip, Speed>(
            (trip, speed) => speed.MetresPerSecond = trip.Metres / trip.Seconds, contractName: null);
        // A row of its own each: nothing is learned from the others.
        var widened = speeds.Fit(trips).Transform(trips);
        var split = ml.Data.TrainTestSplit(widened);
        var model = ml.Transforms.Concatenate("Features", "Metres", "Seconds", "MetresPerSecond")
            .Append(ml.BinaryClassification.Trainers.FastForest("Late"))
            .Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet), "Late");
        Console.WriteLine(metrics.AreaUnderRocCurve);
    }

    static IEnumerable<Trip> Trips()
    {
        var random = new Random(17);
        for (var i = 0; i < 1000; i++)
            yield return new Trip { Metres = 900 * random.NextSingle(), Seconds = 60 * random.NextSingle(), Late = random.Next(5) == 0 };
    }
}
