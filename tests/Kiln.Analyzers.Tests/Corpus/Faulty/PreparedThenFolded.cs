// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Soil;

/// <summary>Predicts the yield of a field.</summary>
public sealed class YieldStudy
{
    readonly MLContext _ml = new(seed: 16);

    public double Run(string path)
    {
        var fields = _ml.Data.LoadFromTextFile<Field>(path, separatorChar: ';', hasHeader: true);
        var ready = Prepare(fields);
        var folds = _ml.Regression.CrossValidate(ready, _ml.Regression.Trainers.LbfgsPoissonRegression(), numberOfFolds: 8);
        return folds.Average(fold => fold.Metrics.RSquared);
    }

    IDataView Prepare(IDataView fields)
    {
        var preparation = _ml.Transforms.ReplaceMissingValues("Nitrogen", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean)
            .Append(_ml.Transforms.Concatenate("Features", "Nitrogen", "Acidity", "Rain"))
            .Append(_ml.Transforms.NormalizeMeanVariance("Features"));
        return preparation.Fit(fields).Transform(fields); // KILN5001
    }

    sealed class Field
    {
        [LoadColumn(0)] public float Nitrogen { get; set; }
        [LoadColumn(1)] public float Acidity { get; set; }
        [LoadColumn(2)] public float Rain { get; set; }
        [LoadColumn(3), ColumnName("Label")] public float Yield { get; set; }
    }
}
