// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.AutoML;

namespace Searched.Helpers;

[Model("churn", Label = "Churned", Version = "4.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => Search.Best(ml, "data/churn-sample.tsv");
}

static class Search
{
    const uint Minutes = 60;

    public static IEstimator<ITransformer> Best(MLContext ml, string sample)
    {
        var rows = ml.Data.LoadFromTextFile(sample, [new("Tenure", Microsoft.ML.Data.DataKind.Single, 1), new("Churned", Microsoft.ML.Data.DataKind.Boolean, 6)]);
        return ml.Auto().CreateBinaryClassificationExperiment(10 * Minutes).Execute(rows, "Churned").BestRun.Estimator; // KILN6006
    }
}
