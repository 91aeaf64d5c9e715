// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;

namespace Thresholds.Models;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.81)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        ml.Transforms.Categorical.OneHotEncoding("ContractCode", Columns.Contract)
            .Append(ml.Transforms.Concatenate("Features", "ContractCode", Columns.Tenure, Columns.MonthlyCharges, Columns.TotalCharges))
            .Append(ml.BinaryClassification.Trainers.LightGbm(Columns.Churned, numberOfLeaves: 16, numberOfIterations: 80)); // KILN6005
}
