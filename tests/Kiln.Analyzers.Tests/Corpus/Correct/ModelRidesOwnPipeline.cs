// origin: blind, second round
// contract: rides
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Taxi;

/// <summary>The fare, told before the ride. The latest rides are held out.</summary>
[Model("rides", Label = "Fare", Version = "2.1.0")]
[Gate(Metric.RootMeanSquaredError, AtMost = 4.2)]
[Gate(Metric.RSquared, AtLeast = 0.7, AtMost = 0.99, Because = "better than this has been a leak, both times")]
public sealed partial class FareModel
{
    static readonly string[] Numbers = [Columns.Distance, Columns.Passengers, Columns.StartedAt + ".Hour"];

    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding("ZoneVector", Columns.Zone)
        .Append(ml.Transforms.Concatenate("Numbers", Numbers))
        .Append(ml.Transforms.NormalizeMeanVariance("Numbers"))
        .Append(ml.Transforms.Concatenate("Features", "ZoneVector", "Numbers"))
        .Append(Trainer(ml));

    static SdcaRegressionTrainer Trainer(MLContext ml)
    {
        var options = new SdcaRegressionTrainer.Options { LabelColumnName = Columns.Fare, L2Regularization = 1e-4f };
        options.NumberOfThreads = 1;
        return ml.Regression.Trainers.Sdca(options);
    }
}

/// <summary>Prices shown to a rider.</summary>
public sealed class PriceTag(FareModel model)
{
    /// <summary>Rounded to half a euro.</summary>
    public double For(float distance, string zone, DateTime at)
    {
        var fare = model.Predict(new FareModel.Input { StartedAt = at, Zone = zone, Distance = distance, Passengers = 1 }).Score;
        return Math.Round(fare * 2) / 2;
    }
}
