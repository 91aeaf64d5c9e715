using Kiln.Contracts.Expectations;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Releases;

/// <summary>How a release stands in the lock: one fact a line.</summary>
static class ReleaseJson
{
    public static void Write(JsonWriter json, Release release)
    {
        json.Object();
        WriteFacts(json, release);
        json.Name("seal").Value(release.Seal);
        json.End();
    }

    public static string WriteUnsealed(Release release)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, release);
        return json.End().ToString();
    }

    static void WriteFacts(JsonWriter json, Release release)
    {
        var content = release.Content;
        json.Name("version").Value(release.Version);
        if (release.Provenance is { } provenance)
            ReleaseProvenanceJson.Write(json.Name("provenance"), provenance);
        json.Name("definition").Value(content.Definition);
        json.Name("contract").Value(content.Contract);
        if (content.References is not null)
            json.Name("references").Value(content.References);
        json.Name("data").Value(content.Data);
        json.Name("artifact").Value(content.Artifact);
        ThresholdJson.Write(json, content.Threshold);
        json.Name("task").Value(content.Task.ToString());
        json.Name("label").Value(content.Label);
        json.Name("classes").Array(oneLine: true);
        foreach (var name in content.Classes)
            json.Value(name);
        json.End();
        json.Name("inputs").Array();
        foreach (var input in content.Inputs)
            json.Object(oneLine: true)
                .Name("name").Value(input.Name).Name("property").Value(input.Property)
                .Name("type").Value(input.Type).Name("required").Value(input.Required)
                .End();
        json.End();
        json.Name("outputs").Array();
        foreach (var output in content.Outputs)
            json.Object(oneLine: true).Name("name").Value(output.Name).Name("type").Value(output.Type).End();
        json.End();
        MetricJson.Write(json.Name("metrics"), release.Metrics);
        if (release.Gates is { } gates)
            GateJson.Write(json.Name("gates"), gates);
        if (release.Expectations.Count > 0)
            ExpectationJson.Write(json.Name("expectations"), release.Expectations);
        if (release.IsOfEarlierKiln || release.Predictions.Count > 0)
        {
            json.Name("predictions").Array();
            foreach (var prediction in release.Predictions)
                Write(json, prediction);
            json.End();
        }
        if (release.IsOfEarlierKiln && release.Baseline is { } baseline)
            BaselineJson.Write(json.Name("baseline"), baseline);
        else if (release.BaselineHash is { } hash)
            json.Name("baseline").Value(hash);
    }

    static void Write(JsonWriter json, ReleasedPrediction prediction)
    {
        json.Object(oneLine: true).Name("row").Object();
        foreach (var input in prediction.Row)
            _ = input.Value is double number ? json.Name(input.Key).Value(number) : json.Name(input.Key).Value((string?)input.Value);
        json.End().Name("scores").Array();
        foreach (var score in prediction.Scores)
            json.Value(score);
        json.End().End();
    }

    /// <exception cref="JsonFormatException">Not a release, or one that was edited.</exception>
    public static Release Read(JsonValue value)
    {
        value.AllowOnly(
            "version", "provenance", "definition", "contract", "references", "data", "artifact", "threshold", "task", "label", "classes", "inputs", "outputs", "metrics", "gates",
            "expectations", "predictions", "baseline", "seal");
        var version = value.Required("version");
        if (!SemanticVersion.IsValid(version.AsString()))
            throw version.Error($"\"{version.Text}\" is not a SemVer 2.0 version");
        var baseline = value.Optional("baseline");
        var release = new Release
        {
            Version = version.Text,
            Provenance = value.Optional("provenance") is { } provenance ? ReleaseProvenanceJson.Read(provenance) : null,
            Content = new()
            {
                Definition = value.Required("definition").AsString(),
                Contract = value.Required("contract").AsString(),
                References = value.Optional("references")?.AsString(),
                Data = value.Required("data").AsString(),
                Artifact = value.Required("artifact").AsString(),
                Threshold = ThresholdJson.Read(value),
                Task = ReadTask(value.Required("task")),
                Label = value.Required("label").AsString(),
                Classes = value.Required("classes").AsStrings(),
                Inputs = [.. value.Required("inputs").AsArray().Select(ReadInput)],
                Outputs = [.. value.Required("outputs").AsArray().Select(ReadOutput)],
            },
            Metrics = MetricJson.Read(value.Required("metrics")),
            Gates = value.Optional("gates") is { } gates ? GateJson.ReadAll(gates) : null,
            Expectations = value.Optional("expectations") is { } expectations ? ExpectationJson.ReadAll(expectations) : [],
            Predictions = [.. (value.Optional("predictions")?.AsArray() ?? []).Select(ReadPrediction)],
            Baseline = baseline is { Kind: not JsonKind.String } ? BaselineJson.Read(baseline) : null,
            BaselineHash = baseline is { Kind: JsonKind.String } ? baseline.AsString() : null,
        };
        if (value.Required("seal").AsString() != release.Seal)
            throw value.Error($"released version {release.Version} was edited; what is released never changes");
        return release;
    }

    static TaskKind ReadTask(JsonValue value) =>
        Array.IndexOf(Enum.GetNames(typeof(TaskKind)), value.AsString()) >= 0
            ? (TaskKind)Enum.Parse(typeof(TaskKind), value.Text)
            : throw value.Error($"\"{value.Text}\" is not a task{Nearest.Hint(value.Text, Enum.GetNames(typeof(TaskKind)))}");

    static ReleasedInput ReadInput(JsonValue value)
    {
        value.AllowOnly("name", "property", "type", "required");
        return new(
            value.Required("name").AsString(),
            value.Required("property").AsString(),
            value.Required("type").AsString(),
            value.Required("required").AsBoolean());
    }

    static ReleasedOutput ReadOutput(JsonValue value)
    {
        value.AllowOnly("name", "type");
        return new(value.Required("name").AsString(), value.Required("type").AsString());
    }

    static ReleasedPrediction ReadPrediction(JsonValue value)
    {
        value.AllowOnly("row", "scores");
        return new(
            [.. value.Required("row").AsObject().Select(input => new KeyValuePair<string, object?>(input.Key, ReadCell(input.Value)))],
            [.. value.Required("scores").AsArray().Select(ReadScore)]);
    }

    static object? ReadCell(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => null,
        JsonKind.Number => value.AsDouble(),
        _ => value.AsString(),
    };

    static double ReadScore(JsonValue value) => value.Kind == JsonKind.Null ? double.NaN : value.AsDouble();
}
