// origin: alongside the rules
using Microsoft.Extensions.Options;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Seeds;

public sealed class TrainingOptions
{
    public int? Seed { get; set; } = 42;

    public double TestFraction { get; set; } = 0.2;
}

public class Row
{
    [LoadColumn(0)] public float X { get; set; }
    [LoadColumn(1)] public float Y { get; set; }
}

public sealed class Training(IOptions<TrainingOptions> options)
{
    readonly MLContext _ml = new(options.Value.Seed);

    public double Run(string path)
    {
        var split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Row>(path, ','), options.Value.TestFraction);
        var model = _ml.Transforms.Concatenate("Features", nameof(Row.X))
            .Append(_ml.Regression.Trainers.FastForest(nameof(Row.Y)))
            .Fit(split.TrainSet);
        return _ml.Regression.Evaluate(model.Transform(split.TestSet), nameof(Row.Y)).RSquared;
    }
}
