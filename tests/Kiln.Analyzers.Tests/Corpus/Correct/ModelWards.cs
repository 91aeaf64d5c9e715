// origin: blind, first round
// contract: visits
using Kiln;
using Microsoft.ML;

namespace Clinic;

[Model("visits", Label = "Readmitted", Version = "1.2.0")]
[Gate(Metric.F1Score, AtLeast = 0.7)]
[Gate(Metric.Accuracy, AtLeast = 0.65)]
public sealed partial class ReturnModel
{
    // Trees send a missing pressure down one side.
    static IEstimator<ITransformer> Pipeline(MLContext ml) => Encoded(ml)
        .Append(ml.Transforms.Concatenate("Features", Columns.Ward, Columns.Age, Columns.Pressure))
        .Append(ml.BinaryClassification.Trainers.FastTree(Columns.Readmitted, numberOfTrees: 60));

    static IEstimator<ITransformer> Encoded(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding(Columns.Ward);
}
