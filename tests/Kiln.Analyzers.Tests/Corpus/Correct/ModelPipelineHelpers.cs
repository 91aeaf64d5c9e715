// origin: alongside the rules
// contract: rides
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Rides.Helpers;

[Model("rides", Label = "Fare", Version = "3.0.0")]
[Gate(Metric.RSquared, AtLeast = 0.8)]
[Gate(Metric.RootMeanSquaredError, AtMost = 4)]
public sealed partial class FareModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var options = new SdcaRegressionTrainer.Options { LabelColumnName = Columns.Fare, NumberOfThreads = 1 };
        return Features.Of(ml, [Columns.Zone], [Columns.Distance, Columns.Passengers]).Append(ml.Regression.Trainers.Sdca(options));
    }
}

static class Features
{
    public static IEstimator<ITransformer> Of(MLContext ml, string[] categories, string[] numbers)
    {
        var pairs = categories.Select(name => new InputOutputColumnPair(name + "Code", name)).ToArray();
        return ml.Transforms.Categorical.OneHotEncoding(pairs)
            .Append(ml.Transforms.Concatenate("Numbers", numbers))
            .Append(ml.Transforms.NormalizeMeanVariance("Numbers"))
            .Append(ml.Transforms.Concatenate("Features", [.. pairs.Select(pair => pair.OutputColumnName), "Numbers"]));
    }
}
