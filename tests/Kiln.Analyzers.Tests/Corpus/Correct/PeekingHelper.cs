// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Wine;

public class Bottle
{
    [LoadColumn(0)] public float Acidity { get; set; }
    [LoadColumn(1)] public float Sugar { get; set; }
    [LoadColumn(2)] public float Alcohol { get; set; }
    [LoadColumn(3)] public float Quality { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var mlContext = new MLContext(seed: 0);
        var dataView = mlContext.Data.LoadFromTextFile<Bottle>("Data/wine.csv", separatorChar: ',', hasHeader: true);

        var preparation = mlContext.Transforms.Concatenate("Features", "Acidity", "Sugar", "Alcohol")
            .Append(mlContext.Transforms.NormalizeMinMax("Features"))
            .AppendCacheCheckpoint(mlContext);

        // Shows what the trainer will see; what is fitted here is thrown away.
        Peek(preparation, dataView);

        var split = mlContext.Data.TrainTestSplit(dataView, testFraction: 0.3);
        var trainer = mlContext.Regression.Trainers.LbfgsPoissonRegression(labelColumnName: "Quality");
        var model = preparation.Append(trainer).Fit(split.TrainSet);
        var metrics = mlContext.Regression.Evaluate(model.Transform(split.TestSet), labelColumnName: "Quality");
        Console.WriteLine($"MAE {metrics.MeanAbsoluteError:0.00}");
    }

    static void Peek(IEstimator<ITransformer> pipeline, IDataView data, int rows = 4)
    {
        var preview = pipeline.Fit(data).Transform(data).Preview(maxRows: rows);
        foreach (var row in preview.RowView)
            Console.WriteLine(string.Join(" | ", row.Values.Select(value => $"{value.Key}={value.Value}")));
    }
}
