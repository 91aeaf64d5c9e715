// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Retention.Own;

[Model("churn", Label = "Churned", Version = "2.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        string[] numbers = [Columns.Tenure, Columns.MonthlyCharges, Columns.TotalCharges];
        return ml.Transforms.Concatenate("Numbers", numbers)
            .Append(ml.Transforms.ReplaceMissingValues("Numbers"))
            .Append(ml.Transforms.NormalizeMeanVariance("Numbers"))
            .Append(ml.Transforms.Categorical.OneHotEncoding("ContractCode", Columns.Contract))
            .Append(ml.Transforms.Concatenate("Features", "Numbers", "ContractCode"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Columns.Churned));
    }
}
