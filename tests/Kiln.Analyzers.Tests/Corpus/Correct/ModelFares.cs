// origin: blind, first round
// contract: rides
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Taxi;

/// <summary>The fare, from what is known when the ride is ordered.</summary>
[Model("rides", Label = "Fare", Version = "0.3.0")]
[Gate(Metric.RSquared, AtLeast = 0.7)]
[Gate(Metric.MeanAbsoluteError, AtMost = 2.5, Because = "what riders accept")]
public sealed partial class FareModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding(Columns.Zone)
        .Append(ml.Transforms.Concatenate("Features", Columns.Zone, Columns.Distance, Columns.Passengers, Columns.StartedAt + ".Hour"))
        .Append(ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            LabelColumnName = Columns.Fare,
            NumberOfIterations = 150,
            UseCategoricalSplit = false,
        }));
}

static class Program
{
    static void Main()
    {
        var model = FareModel.Load();
        var fare = model.Predict(new FareModel.Input { Zone = "Airport", Distance = 12.5f, Passengers = 2, StartedAt = DateTime.Now });
        Console.WriteLine(fare.Score);
    }
}
