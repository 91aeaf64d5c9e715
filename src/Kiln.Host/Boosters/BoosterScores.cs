using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Boosters;

/// <summary>The scores of fitted trees before any probability is made of them, which of several classes ML.NET does not give.</summary>
static class BoosterScores
{
    /// <param name="fitted">What one of LightGBM's trainers gave.</param>
    /// <param name="schema">Of the rows it was fitted on.</param>
    /// <returns>One for each score, in their order, each of which gives it as "Score".</returns>
    public static ITransformer[] List(MLContext ml, ITransformer fitted, DataViewSchema schema, string features)
    {
        TreeEnsembleModelParameters[] ensembles = [.. EnsembleFinder.Find((fitted as IPredictionTransformer<object>)?.Model)];
        return ensembles.Length == 1 ? [fitted] : [.. ensembles.Select(ensemble => Create(ml, ensemble, schema, features))];
    }

    static ITransformer Create(MLContext ml, TreeEnsembleModelParameters ensemble, DataViewSchema schema, string features)
    {
        var trees = Internals.Call(ensemble, "get_TrainedEnsemble");
        var model = Internals.Create<LightGbmRegressionModelParameters>(ml, trees, ((VectorDataViewType)schema[features].Type).Size, "");
        if (BoosterTable.Find(ensemble) is var (booster, score))
            BoosterTable.Add(model, booster, score);
        return Internals.Create<RegressionPredictionTransformer<LightGbmRegressionModelParameters>>(ml, model, schema, features);
    }
}
