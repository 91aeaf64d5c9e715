using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Locks;

/// <summary>
/// Writes a lock in canonical order, one fact a line: a merge conflict stays with the fact that conflicts. What was released stands last,
/// in the order of the releases, so that a release only appends.
/// </summary>
public static class LockWriter
{
    public static string Write(ModelLock model)
    {
        var json = new JsonWriter().Object();
        json.Name("format").Value(ModelLock.Format);
        json.Name("model").Value(model.Model);
        json.Name("version").Value(model.Version);
        json.Name("fingerprints").Object();
        json.Name("definition").Value(model.Definition);
        json.Name("contract").Value(model.Contract);
        json.Name("tool").Value(model.Tool);
        if (model.References.Count > 0)
        {
            json.Name("references").Object();
            foreach (var reference in model.References)
                json.Name(reference.Assembly).Value(reference.Fingerprint);
            json.End();
        }
        json.End();
        json.Name("data").Object();
        json.Name("dataset").Value(model.Dataset);
        json.Name("hash").Value(model.DataHash);
        json.Name("files").Object();
        foreach (var file in model.Files)
            json.Name(file.Path).Value(file.Hash);
        json.End();
        json.Name("training").Value(model.TrainingRows);
        json.Name("heldOut").Value(model.HeldOutRows);
        json.Name("split").Object();
        Write(json.Name("by"), model.Split.By);
        if (model.Split.Moved.Count > 0)
            Write(json.Name("moved"), model.Split.Moved);
        json.End();
        json.End();
        MetricJson.Write(json.Name("metrics"), model.Metrics);
        json.Name("artifact").Value(model.Artifact);
        if (model.SinceRelease is { } changes)
            SinceReleaseJson.Write(json.Name("sinceRelease"), changes);
        if (model.Released.Count > 0)
        {
            json.Name("released").Array();
            foreach (var release in model.Released)
                ReleaseJson.Write(json, release);
            json.End();
        }
        return json.End().ToString();
    }

    static void Write(JsonWriter json, IEnumerable<string> texts)
    {
        json.Array(oneLine: true);
        foreach (var text in texts)
            json.Value(text);
        json.End();
    }
}
