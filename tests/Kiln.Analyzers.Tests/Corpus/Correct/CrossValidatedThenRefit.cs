// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Energy;

public sealed class Reading
{
    [LoadColumn(0)] public float Temperature;
    [LoadColumn(1)] public float Wind;
    [LoadColumn(2)] public float Hour;
    [LoadColumn(3), ColumnName("Label")] public float Consumption;
}

public static class Trainer
{
    public static ITransformer Train(string path)
    {
        var ml = new MLContext(7);
        var data = ml.Data.LoadFromTextFile<Reading>(path, separatorChar: ';', hasHeader: true);

        var pipeline = ml.Transforms.Concatenate("Features", nameof(Reading.Temperature), nameof(Reading.Wind), nameof(Reading.Hour))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.Regression.Trainers.LbfgsPoissonRegression());

        // The context is seeded, so the folds are too.
        var folds = ml.Regression.CrossValidate(data, pipeline, numberOfFolds: 5);
        var errors = folds.Select(fold => fold.Metrics.RootMeanSquaredError).ToList();
        Console.WriteLine($"RMSE {errors.Average():0.00} ± {Deviation(errors):0.00}");

        // What ships is fitted on everything, with the pipeline that was validated.
        return pipeline.Fit(data);
    }

    static double Deviation(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
