// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Comparison;

public class Flat
{
    [LoadColumn(0)] public float Size { get; set; }
    [LoadColumn(1)] public float Floor { get; set; }
    [LoadColumn(2)] public float Rent { get; set; }
}

public class RentPrediction
{
    public float Score { get; set; }
}

public static class Compare
{
    public static void Run(string path)
    {
        var ml = new MLContext(seed: 3);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Flat>(path, ',', true));
        var features = ml.Transforms.Concatenate("Features", nameof(Flat.Size), nameof(Flat.Floor));
        var trainers = new Dictionary<string, IEstimator<ITransformer>>
        {
            ["tree"] = ml.Regression.Trainers.FastTree(nameof(Flat.Rent)),
            ["gam"] = ml.Regression.Trainers.Gam(nameof(Flat.Rent)),
        };

        // Each model needs an engine of its own, once.
        foreach (var (name, trainer) in trainers)
        {
            var model = features.Append(trainer).Fit(split.TrainSet);
            using var engine = ml.Model.CreatePredictionEngine<Flat, RentPrediction>(model);
            var prediction = engine.Predict(new Flat { Size = 54, Floor = 3 });
            Console.WriteLine($"{name}: {prediction.Score:0}");
        }
    }
}
