// origin: blind, first round
// contract: penguins
using Kiln;
using Microsoft.ML;
using Microsoft.ML.AutoML;

namespace Birds;

[Model("penguins", Label = "species", Version = "1.0.0")]
[Gate(Metric.MacroAccuracy, AtLeast = 0.9)]
public sealed partial class PenguinModel;

static class Search
{
    public static ITransformer Mass(IDataView birds)
    {
        var ml = new MLContext(seed: 7);
        var experiment = ml.Auto().CreateRegressionExperiment(maxExperimentTimeInSeconds: 60); // KILN6006
        var result = experiment.Execute(birds, labelColumnName: "body_mass_g");
        return result.BestRun.Model;
    }
}
