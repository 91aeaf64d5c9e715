using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Host.Runs;

/// <summary>How a kept run stands in its file.</summary>
static class RunJson
{
    const int Format = 2;

    /// <summary>A definition as a run keeps it: where it stands in the source says nothing of it, and is a path of a machine.</summary>
    public static JsonValue Definition(ModelDefinition model)
    {
        var json = new JsonWriter();
        JsonCopy.Write(json, JsonReader.Read(DefinitionJson.Write(model)), place => place.Member == "versionLiteral" || IsPlace(place.Object) && place.Member is "file" or "line" or "column");
        return JsonReader.Read(json.ToString());
    }

    public static string Write(KeptRun run)
    {
        var json = new JsonWriter().Object().Name("format").Value(Format).Name("run").Value(run.Name);
        if (run.Commit is not null)
            json.Name("commit").Value(run.Commit);
        json.Name("verdict").Value(run.Verdict);
        if (run.Settings is not null)
            json.Name("settings").Value(run.Settings);
        JsonCopy.Write(json.Name("definition"), run.Definition, _ => false);
        run.Measured.Write(json.Name("measuredBy"));
        JsonCopy.Write(json.Name("lock"), JsonReader.Read(LockJson.Write(run.Lock with { Schema = null, SinceRelease = null, Released = [] })), _ => false);
        return json.End().ToString();
    }

    /// <exception cref="JsonFormatException">It is not what was written.</exception>
    public static KeptRun Read(string text)
    {
        var root = JsonReader.Read(text);
        if (root.Required("format").AsInteger() != Format)
            throw root.Error("another format");
        var definition = root.Required("definition");
        definition.AsObject();
        return new(root.Required("run").AsString(), root.Optional("commit")?.AsString(), root.Required("verdict").AsString(), root.Optional("settings")?.AsString(),
            definition, MeasuredBy.Read(root.Required("measuredBy")), LockJson.Read(JsonCopy.Text(root.Required("lock"))));
    }

    static bool IsPlace(JsonValue value) => value.Optional("file") is not null && value.Optional("line") is not null;
}
