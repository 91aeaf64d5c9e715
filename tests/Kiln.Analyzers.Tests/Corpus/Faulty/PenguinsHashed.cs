// origin: blind, second round
// contract: penguins
using Kiln;
using Microsoft.ML;

namespace Antarctica;

/// <summary>Which penguin it is.</summary>
[Model("penguins", Label = "species", Version = "2.0.0-beta.1")]
[Gate(Metric.MicroAccuracy, AtLeast = 0.4)] // KILN4005
public sealed partial class PenguinModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => Places(ml)
        .Append(ml.Transforms.Concatenate("Features", "IslandHash", Columns.BodyMassG, Columns.BillLengthMm))
        .Append(ml.MulticlassClassification.Trainers.LightGbm(new Microsoft.ML.Trainers.LightGbm.LightGbmMulticlassTrainer.Options
        {
            LabelColumnName = Columns.Species,
            UseCategoricalSplit = false,
        }));

    static IEstimator<ITransformer> Places(MLContext ml) =>
        ml.Transforms.Categorical.OneHotHashEncoding("IslandHash", Columns.Island, numberOfBits: 4); // KILN2010
}
