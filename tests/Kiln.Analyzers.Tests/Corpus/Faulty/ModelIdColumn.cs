// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;

namespace Retention.Ids;

[Model("churn", Label = "Churned", Version = "2.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var encoded = ml.Transforms.Categorical.OneHotEncoding([new("IdCode", Columns.CustomerId), new InputOutputColumnPair("ContractCode", Columns.Contract)]);
        var features = ml.Transforms.Concatenate("Features", "IdCode", "ContractCode", Columns.Tenure); // KILN2004
        return encoded.Append(features).Append(ml.BinaryClassification.Trainers.FastTree(Columns.Churned));
    }
}
