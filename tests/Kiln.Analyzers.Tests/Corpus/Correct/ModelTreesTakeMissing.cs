// origin: alongside the rules
// contract: penguins
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Antarctica.Trees;

/// <summary>Trees take missing bills as they are, and need no scaling.</summary>
[Model("penguins", Label = "species", Version = "1.0.0")]
[Gate(Metric.MacroAccuracy, AtLeast = 0.9)]
public sealed partial class PenguinModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        Encoded(ml)
            .Append(ml.Transforms.Concatenate("Features", "IslandCode", Columns.BillLengthMm, Columns.BillDepthMm, Columns.BodyMassG))
            .Append(ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
            {
                LabelColumnName = Columns.Species,
                NumberOfLeaves = 15,
                UseCategoricalSplit = false,
            }));

    static IEstimator<ITransformer> Encoded(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding("IslandCode", Columns.Island);
}
