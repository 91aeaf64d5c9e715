using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.TrainerHost.Export.Repairs;

/// <summary>Finds the tree ensembles inside a fitted model, in the order in which ML.NET writes them.</summary>
static class TreeEnsembles
{
    public static IEnumerable<IReadOnlyList<RegressionTreeBase>> In(object? model) => model switch
    {
        TreeEnsembleModelParametersBasedOnRegressionTree trees => [trees.TrainedTreeEnsemble.Trees],
        TreeEnsembleModelParametersBasedOnQuantileRegressionTree trees => [trees.TrainedTreeEnsemble.Trees],
        CalibratedModelParametersBase calibrated => In(calibrated.SubModel),
        OneVersusAllModelParameters classes => SubModels(classes).SelectMany(In),
        _ => [],
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SubModelParameters")]
    static extern ImmutableArray<object> SubModels(OneVersusAllModelParameters model);
}
