// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Retention.Ignored;

[Model("churn", Label = "Churned", Version = "0.3.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.75)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => Features(ml)
        .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Columns.Churned));

    // Every row of the contract says PT.
    static IEstimator<ITransformer> Features(MLContext ml) =>
        ml.Transforms.Categorical.OneHotEncoding("CountryCode", Columns.Country)
            .Append(ml.Transforms.NormalizeMinMax("TenureScaled", Columns.Tenure))
            .Append(ml.Transforms.Concatenate("Features", "CountryCode", "TenureScaled")); // KILN2004
}
