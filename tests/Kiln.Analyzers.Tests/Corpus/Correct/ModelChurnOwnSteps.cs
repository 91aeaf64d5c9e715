// origin: blind, first round
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace Phone;

[Model("churn", Label = "Churned", Version = "2.0.0", Ignore = ["Country"])]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.82)]
[Gate(Metric.Accuracy, AtLeast = 0.93)]
public sealed partial class LeaverModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml)
    {
        var filled = ml.Transforms.ReplaceMissingValues(
            Columns.TotalCharges, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean);
        var encoded = ml.Transforms.Categorical.OneHotEncoding(Columns.Contract);
        var joined = ml.Transforms.Concatenate("Numbers", Columns.Tenure, Columns.MonthlyCharges, Columns.TotalCharges)
            .Append(ml.Transforms.NormalizeMinMax("Numbers"))
            .Append(ml.Transforms.Concatenate("Features", "Numbers", Columns.Contract));
        return filled.Append(encoded).Append(joined).Append(Trainer(ml));
    }

    static IEstimator<ITransformer> Trainer(MLContext ml) =>
        ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Columns.Churned, l2Regularization: 0.1f);
}
