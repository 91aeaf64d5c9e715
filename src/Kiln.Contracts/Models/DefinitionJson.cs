using Kiln.Contracts.Expectations;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Json;

namespace Kiln.Contracts.Models;

/// <summary>How a definition travels from the generator, through the compiled assembly's metadata, to the host.</summary>
public static class DefinitionJson
{
    public static string Write(ModelDefinition model)
    {
        var json = new JsonWriter().Object(oneLine: true);
        json.Name("name").Value(model.Name);
        json.Name("type").Value(model.Type);
        json.Name("dataset").Value(model.Dataset);
        json.Name("label").Value(model.Label);
        json.Name("version").Value(model.Version);
        if (model.VersionLiteral is { } literal)
        {
            Write(json.Name("versionLiteral").Object(), literal);
            json.End();
        }
        json.Name("task").Value(model.Task?.ToString());
        json.Name("positive").Value(model.Positive);
        if (model.Threshold is { } threshold)
            json.Name("threshold").Value(threshold);
        if (model.ThresholdFor is not null)
            json.Name("thresholdFor").Value(model.ThresholdFor);
        if (model.FalseNegativeCost is { } cost)
            json.Name("falseNegativeCost").Value(cost);
        if (model.Interval is { } interval)
            json.Name("interval").Value(interval);
        if (model.AnomalyShare is { } share)
            json.Name("anomalyShare").Value(share);
        if (model.Clusters is { } clusters)
            json.Name("clusters").Value(clusters);
        if (model.Features is not null)
            json.Name("features").Strings(model.Features);
        json.Name("ignore").Strings(model.Ignore);
        json.Name("split").Value(model.Split?.ToString());
        json.Name("group").Value(model.Group);
        json.Name("time").Value(model.Time);
        if (model.Weight is not null)
            json.Name("weight").Value(model.Weight);
        json.Name("trainer").Value(model.Trainer);
        json.Name("seed").Value(model.Seed);
        if (model.Tune is not null)
            json.Name("tune").Value(model.Tune);
        json.Name("gates").Array();
        foreach (var gate in model.Gates)
        {
            GateJson.WriteMembers(json.Object(), gate.Gate);
            Write(json, gate.Location);
            json.End();
        }
        json.End();
        if (model.Expectations.Count > 0)
        {
            json.Name("expectations").Array();
            foreach (var expectation in model.Expectations)
            {
                ExpectationJson.WriteMembers(json.Object().Name("expectation").Object(), expectation.Expectation);
                json.End();
                Write(json, expectation.Location);
                json.End();
            }
            json.End();
        }
        if (model.Pipeline is { } pipeline)
            Write(json.Name("pipeline"), pipeline);
        Write(json, model.Location);
        return json.End().ToString().TrimEnd('\n');
    }

    /// <exception cref="JsonFormatException">The text was not written by <see cref="Write(ModelDefinition)"/> of this version.</exception>
    public static ModelDefinition Read(string text)
    {
        var root = JsonReader.Read(text);
        return new()
        {
            Name = root.Required("name").AsString(),
            Type = root.Required("type").AsString(),
            Dataset = root.Required("dataset").AsString(),
            Label = root.Optional("label")?.AsString(),
            Version = root.Optional("version")?.AsString(),
            VersionLiteral = root.Optional("versionLiteral") is { } literal ? ReadLocation(literal) : null,
            Task = ReadEnum<TaskKind>(root.Optional("task")),
            Positive = root.Optional("positive")?.AsString(),
            Threshold = ReadSaid(root, "threshold"),
            ThresholdFor = root.Optional("thresholdFor")?.AsString(),
            FalseNegativeCost = ReadSaid(root, "falseNegativeCost"),
            Interval = ReadSaid(root, "interval"),
            AnomalyShare = ReadSaid(root, "anomalyShare"),
            Clusters = (int?)root.Optional("clusters")?.AsInteger(),
            Features = root.Optional("features")?.AsStrings(),
            Ignore = root.Required("ignore").AsStrings(),
            Split = ReadEnum<SplitKind>(root.Optional("split")),
            Group = root.Optional("group")?.AsString(),
            Time = root.Optional("time")?.AsString(),
            Weight = root.Optional("weight")?.AsString(),
            Trainer = root.Required("trainer").AsString(),
            Seed = (int)root.Required("seed").AsInteger(),
            Tune = root.Optional("tune")?.AsString(),
            Gates = [.. root.Required("gates").AsArray().Select(gate => new ModelGate(GateJson.Read(gate), ReadLocation(gate)))],
            Expectations = [.. (root.Optional("expectations")?.AsArray() ?? []).Select(expectation => new ModelExpectation(ExpectationJson.Read(expectation.Required("expectation")), ReadLocation(expectation)))],
            Pipeline = root.Optional("pipeline") is { } pipeline ? ReadPipeline(pipeline) : null,
            Location = ReadLocation(root),
        };
    }

    /// <summary>Null where it is absent. JSON's null is NaN, for which JSON has no number: it was said.</summary>
    static double? ReadSaid(JsonValue root, string name) =>
        root.AsObject().FirstOrDefault(member => member.Key == name).Value is not { } value ? null
        : value.Kind == JsonKind.Null ? double.NaN
        : value.AsDouble();

    static PipelineDefinition ReadPipeline(JsonValue pipeline) => new(
        pipeline.Required("fingerprint").AsString(), pipeline.Required("uses").AsStrings(), ReadLocation(pipeline));

    static Location ReadLocation(JsonValue value) => new(
        value.Required("file").AsString(),
        (int)value.Required("line").AsInteger(),
        (int)value.Required("column").AsInteger());

    static void Write(JsonWriter json, PipelineDefinition pipeline)
    {
        json.Object().Name("fingerprint").Value(pipeline.Fingerprint);
        json.Name("uses").Strings(pipeline.Uses);
        Write(json, pipeline.Location);
        json.End();
    }

    static void Write(JsonWriter json, Location location) =>
        json.Name("file").Value(location.File).Name("line").Value(location.Line).Name("column").Value(location.Column);

    static T? ReadEnum<T>(JsonValue? value) where T : struct =>
        value is null ? null
        : Array.IndexOf(Enum.GetNames(typeof(T)), value.AsString()) >= 0 ? (T)Enum.Parse(typeof(T), value.Text)
        : throw value.Error($"'{value.Text}' is not allowed here");
}
