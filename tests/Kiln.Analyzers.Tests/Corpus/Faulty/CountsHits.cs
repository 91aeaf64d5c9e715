// origin: blind, first round
// contract: churn
using Kiln;
using Microsoft.ML;

namespace Phone;

[Model("churn", Label = "Churned", Version = "1.0.0", Ignore = ["TotalCharges"])] // KILN4006?
[Gate(Metric.Accuracy, AtLeast = 0.93)] // KILN4006
[Gate(Metric.F1Score, AtLeast = 0.4)] // KILN4006?
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding(Columns.Contract)
        .Append(ml.Transforms.Concatenate("Features", Columns.Contract, Columns.Tenure, Columns.MonthlyCharges))
        .Append(ml.Transforms.NormalizeMinMax("Features"))
        .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(Columns.Churned)); // KILN6002
}
