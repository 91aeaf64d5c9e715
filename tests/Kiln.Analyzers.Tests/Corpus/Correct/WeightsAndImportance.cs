// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Insurance;

sealed class Policy
{
    [LoadColumn(0)]
    public float Age { get; set; }

    [LoadColumn(1)]
    public float Kilometres { get; set; }

    [LoadColumn(2)]
    public float Days { get; set; }

    [LoadColumn(3)]
    public float Claims { get; set; }
}

static class Program
{
    static void Main(string[] args)
    {
        MLContext ml = new(seed: 1234);
        IDataView policies = ml.Data.LoadFromTextFile<Policy>(args.Length > 0 ? args[0] : "policies.tsv", hasHeader: true);
        policies = ml.Data.FilterRowsByColumn(policies, nameof(Policy.Days), lowerBound: 1);
        var sides = ml.Data.TrainTestSplit(policies);
        var pipeline = ml.Transforms.NormalizeLogMeanVariance("Age")
            .Append(ml.Transforms.NormalizeMinMax("Km", nameof(Policy.Kilometres)))
            .Append(ml.Transforms.Concatenate("Features", "Age", "Km"))
            .Append(ml.Regression.Trainers.LbfgsPoissonRegression(nameof(Policy.Claims), exampleWeightColumnName: nameof(Policy.Days)));
        var model = pipeline.Fit(sides.TrainSet);
        LinearModelParameters weights = model.LastTransformer.Model;
        Console.WriteLine(string.Join(' ', weights.Weights));
        Report(ml, model.Transform(sides.TestSet));
    }

    static void Report(MLContext ml, IDataView scored) =>
        Console.WriteLine(ml.Regression.Evaluate(scored, labelColumnName: nameof(Policy.Claims)).MeanAbsoluteError);
}
