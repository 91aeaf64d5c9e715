// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Retention.Missing;

[Model("churn", Label = "Churned", Version = "1.1.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8, Because = "what the rules of the call centre reach")]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        ml.Transforms.Concatenate("Features", Columns.Tenure, Columns.MonthlyCharges, Columns.TotalCharges)
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Columns.Churned)); // KILN2005
}

public class Shop(ChurnModel model)
{
    public bool ShouldCall(ChurnModel.Input customer) => model.Predict(customer).Probability > 0.3f;
}
