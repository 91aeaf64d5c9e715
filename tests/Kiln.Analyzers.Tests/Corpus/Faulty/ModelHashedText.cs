// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;

namespace Retention.Hashed;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var hashed = ml.Transforms.Categorical.OneHotHashEncoding("ContractCode", Columns.Contract, numberOfBits: 4); // KILN2010
        var features = ml.Transforms.Concatenate("Features", "ContractCode", Columns.Tenure, Columns.MonthlyCharges);
        var trainer = ml.BinaryClassification.Trainers.FastTree(Columns.Churned, numberOfTrees: 60);
        return hashed.Append(features).Append(trainer);
    }
}
