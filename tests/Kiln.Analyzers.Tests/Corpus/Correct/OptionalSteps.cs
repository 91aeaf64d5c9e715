// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Grids;

public sealed record Recipe(bool Scale, bool Select, int? Components);

/// <summary>Builds pipelines from a recipe; each step gives another pipeline.</summary>
public static class PipelineBuilder
{
    public static IEstimator<ITransformer> With(this IEstimator<ITransformer> pipeline, bool wanted, Func<IEstimator<ITransformer>> step) =>
        wanted ? pipeline.Append(step()) : pipeline;

    public static IEstimator<ITransformer> Build(MLContext ml, Recipe recipe, IEstimator<ITransformer> trainer)
    {
        IEstimator<ITransformer> start = ml.Transforms.Concatenate("Features", "Load", "Wind", "Sun", "Hour");
        var pipeline = start
            .With(recipe.Scale, () => ml.Transforms.NormalizeRobustScaling("Features"))
            .With(recipe.Select, () => Selected(ml))
            .With(recipe.Components > 0, () => ml.Transforms.ProjectToPrincipalComponents("Features", rank: recipe.Components ?? 2, seed: 4));
        var steps = new EstimatorChain<ITransformer>();
        return steps.Append(pipeline).Append(trainer);
    }

    static IEstimator<ITransformer> Selected(MLContext ml) =>
        ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", labelColumnName: "Price", slotsInOutput: 3);

    /// <summary>Throws where the recipe cannot be cooked from these rows.</summary>
    public static void Check(MLContext ml, Recipe recipe, IDataView rows)
    {
        var few = ml.Data.TakeRows(rows, 100);
        _ = Build(ml, recipe, ml.Regression.Trainers.FastTree("Price")).Fit(few);
    }
}
