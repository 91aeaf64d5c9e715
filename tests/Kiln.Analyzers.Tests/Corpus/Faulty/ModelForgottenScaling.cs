// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;

namespace Retention.Unused;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderPrecisionRecallCurve, AtLeast = 0.4)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var contract = ml.Transforms.Categorical.OneHotEncoding("ContractCode", Columns.Contract);
        var charges = ml.Transforms.NormalizeMinMax("ChargesScaled", Columns.MonthlyCharges); // KILN2007
        var features = ml.Transforms.Concatenate("Features", "ContractCode", Columns.Tenure, Columns.MonthlyCharges);
        return contract.Append(charges).Append(features).Append(ml.BinaryClassification.Trainers.FastTree(Columns.Churned));
    }
}
