// origin: blind, second round
// contract: sensors
using Kiln;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

namespace Calibration;

/// <summary>How far a sensor is off.</summary>
[Model("sensors", Label = "Drift", Version = "0.1.0")]
[Gate(Metric.RSquared, AtLeast = 0.3)]
public sealed partial class DriftModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms
        .Concatenate("Features", Columns.Voltage, Columns.Current, Columns.Firmware) // KILN2004
        .Append(ml.Regression.Trainers.FastTree(Columns.Drift, numberOfTrees: 20));
}

/// <summary>Looks for something better while nobody is watching.</summary>
public static class Search
{
    /// <summary>The best of a minute.</summary>
    public static ITransformer Best(MLContext ml, IDataView rows)
    {
        var experiment = ml.Auto().CreateRegressionExperiment(maxExperimentTimeInSeconds: 60); // KILN6006
        return experiment.Execute(rows, "Drift").BestRun.Model;
    }
}
