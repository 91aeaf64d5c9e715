// origin: alongside the rules
// contract: penguins
using Kiln;
using Microsoft.ML;

namespace Antarctica.Notes;

[Model("penguins", Label = "species", Version = "1.3.0", Ignore = ["year"])]
[Gate(Metric.MicroAccuracy, AtLeast = 0.93)]
[Gate(Metric.LogLoss, AtMost = 0.3)]
public sealed partial class PenguinModel
{
    /// <summary>What the station shows.</summary>
    public string Describe(Input penguin)
    {
        var prediction = Predict(penguin);
        return $"{prediction.PredictedLabel} ({prediction.Probability:P0}), as of {DateTime.Now:t}";
    }
}

/// <summary>A model of the project's own beside it, with its version in the file's name.</summary>
public static class Sounds
{
    public const string Version = "0.4.1";

    public static void Save(MLContext ml, ITransformer model, DataViewSchema schema) => ml.Model.Save(model, schema, $"models/sounds-{Version}.zip");
}
