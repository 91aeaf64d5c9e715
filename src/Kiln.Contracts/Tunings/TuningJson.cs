using Kiln.Contracts.Json;

namespace Kiln.Contracts.Tunings;

/// <summary>How a search's decision stands in its file: what is decided first, then why, then one trial a line.</summary>
public static class TuningJson
{
    public static string Write(Tuning tuning)
    {
        var json = new JsonWriter().Object();
        json.Name("format").Value(Tuning.Format);
        json.Name("model").Value(tuning.Model);
        json.Name("chosen");
        if (tuning.Chosen is { } chosen)
            TunedSettingsJson.Write(json.Object(), chosen).End();
        else
            json.Value(null);
        var score = tuning.Score;
        json.Name("score").Object();
        json.Name("loss").Value(score.Loss).Name("default").Value(score.Default).Name("best").Value(score.Best);
        json.Name("gain").Object(oneLine: true).Name("low").Value(score.Low).Name("high").Value(score.High).Name("chance").Value(score.Chance).End();
        json.End();
        json.Name("data").Object();
        json.Name("hash").Value(tuning.DataHash).Name("training").Value(tuning.TrainingRows);
        json.End();
        json.Name("trials").Array();
        foreach (var trial in tuning.Trials)
            TuningTrialJson.Write(json, trial);
        json.End();
        return json.End().ToString();
    }

    /// <exception cref="NewerFormatException">A later version of Kiln wrote it.</exception>
    /// <exception cref="JsonFormatException">Not JSON, or not what this version can read.</exception>
    public static Tuning Read(string text)
    {
        var root = JsonReader.Read(text);
        CheckFormat(root.Required("format"));
        root.AllowOnly("format", "model", "chosen", "score", "data", "trials");
        var data = root.Required("data");
        data.AllowOnly("hash", "training");
        return new()
        {
            Model = root.Required("model").AsString(),
            Chosen = root.Optional("chosen") is { } chosen ? TunedSettingsJson.Read(chosen) : null,
            Score = ReadScore(root.Required("score")),
            DataHash = data.Required("hash").AsString(),
            TrainingRows = data.Required("training").AsInteger(),
            Trials = [.. root.Required("trials").AsArray().Select(TuningTrialJson.Read)],
        };
    }

    static TuningScore ReadScore(JsonValue score)
    {
        score.AllowOnly("loss", "default", "best", "gain");
        var gain = score.Required("gain");
        gain.AllowOnly("low", "high", "chance");
        return new(score.Required("loss").AsString(), score.Required("default").AsDouble(), score.Required("best").AsDouble(),
            gain.Required("low").AsDouble(), gain.Required("high").AsDouble(), gain.Required("chance").AsShare());
    }

    static void CheckFormat(JsonValue format)
    {
        var message = $"this file has format {format.Text}; this version of Kiln reads format {Tuning.Format}";
        if (format.AsInteger() > Tuning.Format)
            throw new NewerFormatException(message, format.Line, format.Column);
        if (format.AsInteger() != Tuning.Format)
            throw format.Error(message);
    }
}
