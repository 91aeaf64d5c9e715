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
        json.Name("task").Value(model.Task?.ToString());
        json.Name("positive").Value(model.Positive);
        Write(json.Name("features"), model.Features);
        Write(json.Name("ignore"), model.Ignore);
        json.Name("split").Value(model.Split?.ToString());
        json.Name("group").Value(model.Group);
        json.Name("time").Value(model.Time);
        json.Name("trainer").Value(model.Trainer);
        json.Name("seed").Value(model.Seed);
        json.Name("gates").Array();
        foreach (var gate in model.Gates)
        {
            json.Object().Name("metric").Value(gate.Metric);
            if (gate.AtLeast is { } least)
                json.Name("atLeast").Value(least);
            if (gate.AtMost is { } most)
                json.Name("atMost").Value(most);
            if (gate.NoWorseBy is { } loss)
                json.Name("noWorseBy").Value(loss);
            json.Name("because").Value(gate.Because);
            Write(json, gate.Location);
            json.End();
        }
        json.End();
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
            Task = ReadEnum<TaskKind>(root.Optional("task")),
            Positive = root.Optional("positive")?.AsString(),
            Features = root.Optional("features") is { } features ? Strings(features) : null,
            Ignore = Strings(root.Required("ignore")),
            Split = ReadEnum<SplitKind>(root.Optional("split")),
            Group = root.Optional("group")?.AsString(),
            Time = root.Optional("time")?.AsString(),
            Trainer = root.Required("trainer").AsString(),
            Seed = (int)root.Required("seed").AsInteger(),
            Gates = [.. root.Required("gates").AsArray().Select(ReadGate)],
            Pipeline = root.Optional("pipeline") is { } pipeline ? ReadPipeline(pipeline) : null,
            Location = ReadLocation(root),
        };
    }

    static GateDefinition ReadGate(JsonValue gate) => new(
        gate.Required("metric").AsString(),
        gate.Optional("atLeast")?.AsDouble(),
        gate.Optional("atMost")?.AsDouble(),
        gate.Optional("because")?.AsString(),
        ReadLocation(gate),
        gate.Optional("noWorseBy")?.AsDouble());

    static PipelineDefinition ReadPipeline(JsonValue pipeline) => new(
        pipeline.Required("fingerprint").AsString(), Strings(pipeline.Required("uses")), ReadLocation(pipeline));

    static Location ReadLocation(JsonValue value) => new(
        value.Required("file").AsString(),
        (int)value.Required("line").AsInteger(),
        (int)value.Required("column").AsInteger());

    static void Write(JsonWriter json, PipelineDefinition pipeline)
    {
        json.Object().Name("fingerprint").Value(pipeline.Fingerprint);
        Write(json.Name("uses"), pipeline.Uses);
        Write(json, pipeline.Location);
        json.End();
    }

    static void Write(JsonWriter json, Location location) =>
        json.Name("file").Value(location.File).Name("line").Value(location.Line).Name("column").Value(location.Column);

    static void Write(JsonWriter json, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            json.Value(null);
            return;
        }
        json.Array();
        foreach (var text in texts)
            json.Value(text);
        json.End();
    }

    static string[] Strings(JsonValue array) => [.. array.AsArray().Select(item => item.AsString())];

    static T? ReadEnum<T>(JsonValue? value) where T : struct =>
        value is null ? null
        : Array.IndexOf(Enum.GetNames(typeof(T)), value.AsString()) >= 0 ? (T)Enum.Parse(typeof(T), value.Text)
        : throw value.Error($"'{value.Text}' is not known here");
}
