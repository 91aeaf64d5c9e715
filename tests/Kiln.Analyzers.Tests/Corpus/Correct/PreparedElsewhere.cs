// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Turbines;

public sealed class Reading
{
    public float Wind { get; set; }

    public float Temperature { get; set; }

    public float Power { get; set; }
}

public static class Steps
{
    public static IEstimator<ITransformer> Prepared(MLContext ml) =>
        ml.Transforms.Concatenate("Features", nameof(Reading.Wind), nameof(Reading.Temperature)).Append(Scaled(ml));

    static IEstimator<ITransformer> Scaled(MLContext ml) => ml.Transforms.NormalizeMeanVariance("Features");
}

public sealed class Training
{
    readonly MLContext _ml = new(seed: 3);

    public (ITransformer Model, double Error) Run(IEnumerable<Reading> readings)
    {
        var all = _ml.Data.LoadFromEnumerable(readings);
        var split = _ml.Data.TrainTestSplit(all, 0.25);
        var trainer = _ml.Regression.Trainers.OnlineGradientDescent(nameof(Reading.Power), numberOfIterations: 50);
        var pipeline = Steps.Prepared(_ml).Append(trainer);
        var measured = _ml.Regression.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet), nameof(Reading.Power));
        return (pipeline.Fit(all), measured.MeanAbsoluteError);
    }
}
