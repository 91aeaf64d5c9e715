// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Mill.Held;

public class Flour { [LoadColumn(0)] public float Ash { get; set; } [LoadColumn(1)] public float Protein { get; set; } [LoadColumn(2)] public float Volume { get; set; } }

static class Scaling
{
    public static IEstimator<ITransformer> Of(MLContext ml) => ml.Transforms.Concatenate("Features", "Ash", "Protein").Append(ml.Transforms.NormalizeMeanVariance("Features"));
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 8);
        var flour = ml.Data.LoadFromTextFile<Flour>("flour.csv", ',');
        var split = ml.Data.TrainTestSplit(flour);
        var model = Scaling.Of(ml).Append(ml.Regression.Trainers.FastTree("Volume")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Volume").RSquared);
    }
}
