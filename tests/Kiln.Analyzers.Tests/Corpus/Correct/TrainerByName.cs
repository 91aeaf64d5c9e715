// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Named;

/// <summary>What a configuration file may choose from.</summary>
public static class Trainers
{
    public static IEstimator<ITransformer> Named(MLContext ml, string name, string label) => name switch
    {
        "tree" => ml.Regression.Trainers.FastTree(label),
        "forest" => ml.Regression.Trainers.FastForest(label),
        "gam" => ml.Regression.Trainers.Gam(label),
        "poisson" => ml.Transforms.NormalizeMeanVariance("Features").Append(ml.Regression.Trainers.LbfgsPoissonRegression(label)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no trainer has that name"),
    };
}

public sealed class Job(string trainer, int seed)
{
    public RegressionMetrics Run(string path, string label, params string[] features)
    {
        var ml = new MLContext(seed);
        var columns = features.Select((name, index) => new TextLoader.Column(name, DataKind.Single, index))
            .Append(new TextLoader.Column(label, DataKind.Single, features.Length))
            .ToArray();
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile(path, columns, separatorChar: ',', hasHeader: true), 0.2);
        var model = ml.Transforms.Concatenate("Features", features).Append(Trainers.Named(ml, trainer, label)).Fit(split.TrainSet);
        return ml.Regression.Evaluate(model.Transform(split.TestSet), label);
    }
}
