// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Retrain;

public class Row
{
    [LoadColumn(0, 4), VectorType(5)] public float[] Features { get; set; } = [];
    [LoadColumn(5)] public float Label { get; set; }
}

/// <summary>Goes on from the weights of an earlier model; whoever calls it opens the file and has checked it.</summary>
public static class Continue
{
    public static ITransformer From(MLContext ml, Stream earlier, IDataView fresh)
    {
        var loaded = ml.Model.Load(earlier, out _);
        var chain = (IEnumerable<ITransformer>)loaded;
        var previous = (RegressionPredictionTransformer<LinearRegressionModelParameters>)chain.Last();
        var scaled = chain.First().Transform(fresh);
        var options = new OnlineGradientDescentTrainer.Options { NumberOfIterations = 3, LearningRate = 0.05f };
        return ml.Regression.Trainers.OnlineGradientDescent(options).Fit(scaled, previous.Model);
    }
}
