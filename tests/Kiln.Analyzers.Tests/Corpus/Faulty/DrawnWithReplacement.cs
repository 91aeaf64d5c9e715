// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Genes;

public static class Markers
{
    /// <summary>There are few samples, so some are drawn more than once.</summary>
    public static double Accuracy(MLContext ml, IDataView samples)
    {
        var enlarged = ml.Data.BootstrapSample(samples, seed: 3); // KILN5002
        var folds = ml.MulticlassClassification.CrossValidate(enlarged, Pipeline(ml), numberOfFolds: 4, seed: 3);
        return folds.Average(fold => fold.Metrics.MacroAccuracy);
    }

    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Conversion.MapValueToKey("Label", "Tissue")
        .Append(ml.Transforms.NormalizeMeanVariance("Features", "Expression"))
        .Append(ml.MulticlassClassification.Trainers.NaiveBayes());
}
