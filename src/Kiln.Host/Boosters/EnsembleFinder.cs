using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kiln.Host.Export.Steps;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Boosters;

/// <summary>Finds the tree ensembles inside a fitted model, in the order in which ML.NET writes them.</summary>
static class EnsembleFinder
{
    public static IEnumerable<TreeEnsembleModelParameters> Find(object? model) => model switch
    {
        TreeEnsembleModelParameters trees => [trees],
        CalibratedModelParametersBase calibrated => Find(calibrated.SubModel),
        OneVersusAllModelParameters classes => SubModels(classes).SelectMany(Find),
        _ => [],
    };

    public static IReadOnlyList<RegressionTreeBase> Trees(TreeEnsembleModelParameters ensemble) => ensemble switch
    {
        TreeEnsembleModelParametersBasedOnRegressionTree trees => trees.TrainedTreeEnsemble.Trees,
        TreeEnsembleModelParametersBasedOnQuantileRegressionTree trees => trees.TrainedTreeEnsemble.Trees,
        _ => throw new ExportException($"{ensemble.GetType().Name} has trees of an unknown kind"),
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SubModelParameters")]
    static extern ImmutableArray<object> SubModels(OneVersusAllModelParameters model);
}
