// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Reports;

/// <summary>What several finished models are worth on one test set: a table for people, nothing is chosen.</summary>
public sealed class ModelTable(MLContext ml)
{
    public IEnumerable<string> Rows(IReadOnlyDictionary<string, ITransformer> models, IDataView test)
    {
        foreach (var (name, model) in models)
        {
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
            yield return $"| {name} | {metrics.AreaUnderRocCurve:0.000} | {metrics.F1Score:0.000} |";
        }
    }

    /// <summary>Early stopping by hand, on rows for validation; the test rows come last, once.</summary>
    public (ITransformer Model, double Auc) Grow(IDataView rows)
    {
        var outer = ml.Data.TrainTestSplit(rows, 0.2, seed: 1);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.25, seed: 2);
        ITransformer? kept = null;
        var top = 0.0;
        for (var trees = 20; trees <= 400; trees *= 2)
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees).Fit(inner.TrainSet);
            var auc = ml.BinaryClassification.Evaluate(model.Transform(inner.TestSet)).AreaUnderRocCurve;
            if (auc <= top)
                break;
            (kept, top) = (model, auc);
        }
        return (kept!, ml.BinaryClassification.Evaluate(kept!.Transform(outer.TestSet)).AreaUnderRocCurve);
    }
}
