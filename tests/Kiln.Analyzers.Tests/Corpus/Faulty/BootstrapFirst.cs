// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Dams;

sealed class Level
{
    public float Inflow { get; set; }

    public float Height { get; set; }

    public float Next { get; set; }
}

static class Levels
{
    public static double Error(MLContext ml, IReadOnlyList<Level> levels)
    {
        var data = ml.Data.LoadFromEnumerable(levels);
        var more = ml.Data.BootstrapSample(data, seed: 3); // KILN5002
        var pipeline = ml.Transforms.Concatenate("Features", "Inflow", "Height").Append(ml.Regression.Trainers.FastTree("Next"));
        return ml.Regression.CrossValidate(more, pipeline, 5, "Next").Average(fold => fold.Metrics.MeanSquaredError);
    }
}
