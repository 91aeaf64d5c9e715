// origin: alongside the rules
// contract: rides
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rides.Saved;

[Model("rides", Label = "Fare", Version = "1.2.0")]
[Gate(Metric.RSquared, AtLeast = 0.6)]
public sealed partial class FareModel;

public class Tip
{
    [LoadColumn(0)] public float Fare { get; set; }
    [LoadColumn(1)] public float Duration { get; set; }
    [LoadColumn(2)] public float Amount { get; set; }
}

public static class TipTraining
{
    const string ModelFile = "tips.zip";

    public static async Task RunAsync(CancellationToken cancellation)
    {
        var ml = new MLContext(seed: 77);
        var data = ml.Data.LoadFromTextFile<Tip>("tips.csv", ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var pipeline = ml.Transforms.Concatenate("Features", nameof(Tip.Fare), nameof(Tip.Duration))
            .Append(ml.Regression.Trainers.FastTree(nameof(Tip.Amount)));
        var model = await Task.Run(() => pipeline.Fit(split.TrainSet), cancellation);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), nameof(Tip.Amount)).RSquared);

        ml.Model.Save(model, data.Schema, Path.Combine(AppContext.BaseDirectory, ModelFile)); // KILN3007
    }
}
