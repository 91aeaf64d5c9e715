using Kiln.Contracts.Json;

namespace Kiln.Contracts.Locks;

/// <summary>Writes a lock in canonical order, one fact a line: a merge conflict stays with the fact that conflicts.</summary>
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
        json.End();
        json.Name("data").Object();
        json.Name("dataset").Value(model.Dataset);
        json.Name("files").Object();
        foreach (var file in model.Files)
            json.Name(file.Path).Value(file.Hash);
        json.End();
        json.Name("training").Value(model.TrainingRows);
        json.Name("heldOut").Value(model.HeldOutRows);
        json.End();
        json.Name("metrics").Object();
        foreach (var metric in model.Metrics)
            json.Name(metric.Key).Object(oneLine: true)
                .Name("value").Value(metric.Value.Value).Name("low").Value(metric.Value.Low).Name("high").Value(metric.Value.High)
                .End();
        json.End();
        json.Name("artifact").Value(model.Artifact);
        return json.End().ToString();
    }
}
