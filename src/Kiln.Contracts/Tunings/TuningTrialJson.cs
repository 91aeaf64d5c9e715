using Kiln.Contracts.Json;

namespace Kiln.Contracts.Tunings;

/// <summary>How a trial stands in a file: on one line.</summary>
public static class TuningTrialJson
{
    static readonly string[] Measured = ["loss", "rounds", "folds"];

    public static void Write(JsonWriter json, TuningTrial trial)
    {
        json.Object(oneLine: true).Name("loss");
        if (trial.Loss is { } loss)
            json.Value(loss);
        else
            json.Value(null);
        json.Name("rounds").Value(trial.Rounds).Name("folds").Value(trial.Folds);
        TunedSettingsJson.Write(json, trial.Settings).End();
    }

    /// <exception cref="JsonFormatException">Not such an object.</exception>
    public static TuningTrial Read(JsonValue trial) => new(
        TunedSettingsJson.Read(trial, Measured), trial.Optional("loss")?.AsDouble(), trial.Required("rounds").AsInteger(), trial.Required("folds").AsInteger());
}
