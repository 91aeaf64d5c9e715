// origin: alongside the rules
// contract: rides
using Kiln;
using Microsoft.ML;
using Microsoft.ML.AutoML;

namespace Rides.Searched;

[Model("rides", Label = "Fare", Version = "1.0.0")]
[Gate(Metric.RSquared, AtLeast = 0.8)]
public sealed partial class FareModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var sample = ml.Data.LoadFromTextFile("data/rides-sample.csv",
            [new("Distance", Microsoft.ML.Data.DataKind.Single, 2), new("Fare", Microsoft.ML.Data.DataKind.Single, 4)], ',', true);
        var settings = new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 120 }; // KILN6006
        var result = ml.Auto().CreateRegressionExperiment(settings).Execute(sample, "Fare");
        return result.BestRun.Estimator;
    }
}
