using System.Globalization;
using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>What a definition says of anomalies: which share of the rows is expected to be some.</summary>
public static class Anomalies
{
    /// <summary>The share that is flagged where the definition names none.</summary>
    public const double DefaultShare = 0.01;

    /// <summary>Beyond half of them, the unusual rows are the usual ones.</summary>
    const double MostShare = 0.5;

    /// <param name="weight">The column that weighs the rows; null where they count alike.</param>
    internal static IEnumerable<Problem> Check(ModelDefinition model, TaskKind task, Column? weight)
    {
        if (task != TaskKind.AnomalyDetection)
        {
            if (model.AnomalyShare is not null)
                yield return Say(nameof(model.AnomalyShare), $"AnomalyShare says how many rows are flagged as anomalies, and '{model.Name}' is {task}; "
                    + "leave out AnomalyShare, or paste Task = ModelTask.AnomalyDetection");
            yield break;
        }
        if (model.AnomalyShare is { } share && !(share is > 0 and <= MostShare))
            yield return Say(nameof(model.AnomalyShare), $"AnomalyShare is {share.ToString("R", CultureInfo.InvariantCulture)}, and no such share of the rows can be flagged as unusual; "
                + "write a share above 0 and up to 0.5, as in AnomalyShare = 0.02 for 2 % of them");
        if (model.Pipeline is not null)
            yield return Say(null, $"'{model.Name}' brings a pipeline, and ML.NET's trainer of anomaly detection, RandomizedPca, cannot be written as ONNX; "
                + "leave out Pipeline: the default one is an isolation forest");
        if (model.Trainer is "Linear" or "FastTree")
            yield return Say(nameof(model.Trainer), $"Trainer.{model.Trainer} learns from a label, and anomalies are found without, by an isolation forest; leave out Trainer");
        if (weight is not null)
            yield return new(Ids.WrongWeight, model.Weight is null ? null : nameof(model.Weight), $"'{weight.Name}' says how much each row counts, and an isolation forest draws its rows alike; "
                + (model.Weight is null ? "give it another role in the contract" : "leave out Weight"), model.Weight);
    }

    static Problem Say(string? argument, string message) => new(Ids.WrongAnomalies, argument, message);
}
