// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Common;

public interface ILabelled
{
    static abstract string LabelColumn { get; }
    static abstract string[] FeatureColumns { get; }
}

/// <summary>Regression for every class of rows in the company.</summary>
public sealed class RegressionTrainer<TRow>(MLContext ml) where TRow : class, ILabelled, new()
{
    public (ITransformer Model, RegressionMetrics Metrics) Train(IEnumerable<TRow> rows, double testFraction = 0.2)
    {
        var data = ml.Data.LoadFromEnumerable(rows);
        var split = ml.Data.TrainTestSplit(data, testFraction);
        var model = Build().Fit(split.TrainSet);
        return (model, ml.Regression.Evaluate(model.Transform(split.TestSet), TRow.LabelColumn));
    }

    /// <summary>How far off the model is on each row.</summary>
    public IEnumerable<double> Residuals<TScored>(ITransformer model, IEnumerable<TRow> rows, Func<TScored, double> difference)
        where TScored : class, new()
    {
        var scored = model.Transform(ml.Data.LoadFromEnumerable(rows));
        return ml.Data.CreateEnumerable<TScored>(scored, reuseRowObject: false, ignoreMissingColumns: true).Select(difference);
    }

    IEstimator<ITransformer> Build() => ml.Transforms.Concatenate("Features", TRow.FeatureColumns)
        .Append(ml.Regression.Trainers.FastTreeTweedie(TRow.LabelColumn));
}

public sealed class Flat : ILabelled
{
    public float Rooms { get; set; }
    public float Area { get; set; }
    public float Rent { get; set; }

    public static string LabelColumn => nameof(Rent);
    public static string[] FeatureColumns => [nameof(Rooms), nameof(Area)];
}

public static class Program
{
    public static void Main()
    {
        var trainer = new RegressionTrainer<Flat>(new MLContext(seed: 8));
        var (_, metrics) = trainer.Train([new() { Rooms = 2, Area = 60, Rent = 700 }, new() { Rooms = 3, Area = 90, Rent = 950 }]);
        Console.WriteLine(metrics.RSquared);
    }
}
