using Kiln;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Flights;

/// <summary>Whether a flight arrives more than a quarter of an hour late, from what is known the day before.</summary>
[Model("flights", Label = "late", Time = "date", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.6, Because = "the hour of departure alone gives 0.59")]
public sealed partial class FlightModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Categorical
        .OneHotEncoding(Columns.Origin)
        .Append(ml.Transforms.Categorical.OneHotEncoding(Columns.Destination))
        .Append(ml.Transforms.Concatenate("Features",
            Columns.Date + ".Hour", Columns.Date + ".DayOfWeek", Columns.Distance, Columns.Origin, Columns.Destination))
        .Append(ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            LabelColumnName = Columns.Late,
            NumberOfTrees = 100,
            NumberOfLeaves = 16,
            LearningRate = 0.1,
        }));
}
