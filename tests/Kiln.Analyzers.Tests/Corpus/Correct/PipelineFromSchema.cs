// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Tabular;

/// <summary>A baseline for any table whose label is a number.</summary>
public sealed class Baseline(MLContext ml, string label)
{
    public IEstimator<ITransformer> For(DataViewSchema schema)
    {
        var numbers = schema.Where(column => column.Type == NumberDataViewType.Single && column.Name != label)
            .Select(column => column.Name).ToArray();
        var texts = schema.Where(column => column.Type == TextDataViewType.Instance && column.Name != label)
            .Select(column => column.Name).ToArray();
        IEstimator<ITransformer> pipeline = new EstimatorChain<ITransformer>();
        foreach (var text in texts)
            pipeline = pipeline.Append(ml.Transforms.Categorical.OneHotEncoding(text));
        pipeline = pipeline.Append(ml.Transforms.Concatenate("Features", [.. numbers, .. texts]));
        return pipeline.Append(ml.Regression.Trainers.LbfgsPoissonRegression(label));
    }

    public double Error(IDataView data)
    {
        var folds = ml.Regression.CrossValidate(data, For(data.Schema), numberOfFolds: 5, labelColumnName: label);
        return folds.Select(fold => fold.Metrics.RootMeanSquaredError).Average();
    }
}
