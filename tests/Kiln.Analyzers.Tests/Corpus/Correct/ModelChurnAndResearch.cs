// origin: blind, second round
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Telephony;

/// <summary>Who leaves.</summary>
[Model("churn", Label = "Churned", Version = "3.0.0")]
[Gate(Metric.Accuracy, AtLeast = 0.92)]
[Gate(Metric.AreaUnderPrecisionRecallCurve, AtLeast = 0.45)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => Steps.Encode(ml, Columns.Contract)
        .Append(ml.Transforms.Concatenate("Features", Columns.Contract, Columns.Tenure, Columns.MonthlyCharges, Columns.TotalCharges))
        .Append(ml.BinaryClassification.Trainers.FastTree(Columns.Churned, numberOfTrees: 150));
}

static class Steps
{
    public static IEstimator<ITransformer> Encode(MLContext ml, string column) => ml.Transforms.Categorical.OneHotEncoding(column);
}

/// <summary>Something else in the same project, not yet a model of its own.</summary>
sealed class SegmentStudy(MLContext ml, string output)
{
    const string Version = "2025-04";

    public void Publish(ITransformer model, DataViewSchema schema)
    {
        Directory.CreateDirectory(output);
        ml.Model.Save(model, schema, Path.Combine(output, $"segments-{Version}.zip"));
        ml.Model.Save(model, schema, "segments.v7.zip");
    }

    public void Publish(ITransformer model, DataViewSchema schema, string name) => ml.Model.Save(model, schema, name + ".zip");
}
