// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Tuning.Folds;

class Engine
{
    [LoadColumn(0)] public float Cylinders { get; set; }
    [LoadColumn(1)] public float Weight { get; set; }
    [LoadColumn(2)] public float Power { get; set; }
    [LoadColumn(3)] public float Consumption { get; set; }
}

static class Program
{
    static void Main()
    {
        var ml = new MLContext(seed: 13);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Engine>("engines.csv", ',', true), 0.2);
        var features = ml.Transforms.Concatenate("Features", "Cylinders", "Power", "Weight");

        var candidates = new (string Name, IEstimator<ITransformer> Trainer)[]
        {
            ("tree", ml.Regression.Trainers.FastTree("Consumption")),
            ("tweedie", ml.Regression.Trainers.FastTreeTweedie("Consumption")),
            ("gam", ml.Regression.Trainers.Gam("Consumption")),
        };

        // Choosing by cross-validation of the training rows leaves the test set untouched.
        var winner = candidates
            .Select(candidate => (candidate.Name, Pipeline: features.Append(candidate.Trainer)))
            .OrderBy(candidate => ml.Regression.CrossValidate(split.TrainSet, candidate.Pipeline, 5, "Consumption")
                .Average(fold => fold.Metrics.RootMeanSquaredError))
            .First();

        var model = winner.Pipeline.Fit(split.TrainSet);
        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Consumption");
        Console.WriteLine($"{winner.Name}: RMSE {metrics.RootMeanSquaredError:0.00}");
    }
}
