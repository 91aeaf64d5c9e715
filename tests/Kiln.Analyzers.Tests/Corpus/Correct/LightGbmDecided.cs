// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Decided;

public class Delivery
{
    [LoadColumn(0)] public string Depot { get; set; } = "";
    [LoadColumn(1)] public float Weight { get; set; }
    [LoadColumn(2)] public float Hours { get; set; }
}

public sealed class DeliveryTrainer
{
    readonly MLContext _ml = new(seed: 1);

    public ITransformer Train(string path)
    {
        var split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Delivery>(path, ',', true), 0.2);
        var options = new LightGbmRegressionTrainer.Options { LabelColumnName = "Hours" };
        options.UseCategoricalSplit = true;
        options.Seed = 1;
        options.Deterministic = true;
        var model = _ml.Transforms.Categorical.OneHotEncoding("DepotCode", "Depot")
            .Append(_ml.Transforms.Concatenate("Features", "DepotCode", "Weight"))
            .Append(_ml.Regression.Trainers.LightGbm(options))
            .Fit(split.TrainSet);
        Console.WriteLine(_ml.Regression.Evaluate(model.Transform(split.TestSet), "Hours").MeanAbsoluteError);
        return model;
    }
}
