using Kiln.Contracts.Json;
using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>How a trial stands in the journal of its search, with all that the search decides by.</summary>
static class TrialJson
{
    public static string Write(Trial trial)
    {
        var json = new JsonWriter().Object(oneLine: true);
        json.Name("settings");
        TunedSettingsJson.Write(json.Object(oneLine: true), trial.Settings).End();
        json.Name("rounds").Value(trial.Rounds).Name("folds").Value(trial.Folds).Name("weight").Value(trial.Weight).Name("seconds").Value(trial.Seconds);
        if (trial.Losses is { } losses)
        {
            json.Name("losses").Array(oneLine: true);
            foreach (var loss in losses)
                json.Value(loss);
            json.End();
        }
        return json.End().ToString().TrimEnd('\n');
    }

    /// <exception cref="JsonFormatException">The text was not written by <see cref="Write"/>.</exception>
    public static Trial Read(string text)
    {
        var root = JsonReader.Read(text);
        return new(TunedSettingsJson.Read(root.Required("settings")), (int)root.Required("rounds").AsInteger(), (int)root.Required("folds").AsInteger(),
            root.Optional("losses")?.AsArray().Select(loss => loss.AsDouble()).ToArray(), root.Required("weight").AsDouble(), root.Required("seconds").AsDouble());
    }
}
