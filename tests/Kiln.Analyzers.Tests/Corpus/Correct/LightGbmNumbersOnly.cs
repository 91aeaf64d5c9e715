// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Numbers;

public class Beam
{
    [LoadColumn(0)] public float Cement { get; set; }
    [LoadColumn(1)] public float Water { get; set; }
    [LoadColumn(2)] public float Strength { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Beam>("beams.csv", ',', true), 0.2);
        // No category reaches it, so there is no categorical split to decide about; one way or another the model is the same.
        var model = ml.Transforms.Concatenate("Features", "Cement", "Water")
            .Append(ml.Regression.Trainers.LightGbm("Strength", numberOfLeaves: 20))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Strength").RSquared);
    }
}
