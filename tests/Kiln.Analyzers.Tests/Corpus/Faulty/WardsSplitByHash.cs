// origin: blind, second round
// contract: visits
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Hospital;

/// <summary>Who is back within a month.</summary>
[Model("visits", Label = "Readmitted", Version = "1.2.0", Split = Split.Hash)] // KILN5004
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.65)]
public sealed partial class ReadmissionModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding(Columns.Ward)
        .Append(ml.Transforms.Concatenate("Features", Columns.Age, Columns.Pressure, Columns.Ward))
        .Append(ml.Transforms.NormalizeMinMax("Features"))
        .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Columns.Readmitted)); // KILN2005
}

/// <summary>Writes down what the ward's study trained.</summary>
static class Study
{
    const string Folder = "artifacts";

    internal static void Keep(MLContext ml, ITransformer model, DataViewSchema schema) =>
        ml.Model.Save(model, schema, $"{Folder}/study.zip"); // KILN3007
}
