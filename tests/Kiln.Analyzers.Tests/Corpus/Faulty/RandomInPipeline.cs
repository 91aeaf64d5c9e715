// origin: alongside the rules
// contract: rides
using Kiln;
using Microsoft.ML;

namespace Rides.RandomTrees;

[Model("rides", Label = "Fare", Version = "2.0.0")]
[Gate(Metric.RSquared, AtLeast = 0.75)]
public sealed partial class FareModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var leaves = new Random().Next(10, 40); // KILN6003
        var trees = Environment.GetEnvironmentVariable("FARE_TREES") is { } text ? int.Parse(text) : 100; // KILN6003
        return ml.Transforms.Concatenate("Features", Columns.Distance, Columns.Passengers)
            .Append(ml.Regression.Trainers.FastTree(Columns.Fare, numberOfLeaves: leaves, numberOfTrees: trees));
    }
}
