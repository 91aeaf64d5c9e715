// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Library;

/// <summary>Whoever calls this has made the context, and has decided about its seed.</summary>
public static class Experiment
{
    public static RegressionMetrics Run(MLContext context, IDataView data, IEstimator<ITransformer> features, string label)
    {
        var split = context.Data.TrainTestSplit(data, testFraction: 0.2);
        var model = features
            .Append(context.Regression.Trainers.FastForest(labelColumnName: label))
            .Fit(split.TrainSet);
        return context.Regression.Evaluate(model.Transform(split.TestSet), labelColumnName: label);
    }

    public static IEnumerable<double> Validate(MLContext context, IDataView data, IEstimator<ITransformer> pipeline, string label)
    {
        var results = context.Regression.CrossValidate(data, pipeline, numberOfFolds: 10, labelColumnName: label);
        foreach (var fold in results.OrderBy(result => result.Fold))
            yield return fold.Metrics.RSquared;
    }
}
