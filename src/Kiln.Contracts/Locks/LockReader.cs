using Kiln.Contracts.Json;

namespace Kiln.Contracts.Locks;

public static class LockReader
{
    /// <exception cref="JsonFormatException">Not JSON, or not a lock this version can read.</exception>
    public static ModelLock Read(string text)
    {
        var root = JsonReader.Read(text);
        root.AllowOnly("format", "model", "version", "fingerprints", "data", "metrics", "artifact");
        var format = root.Required("format");
        if (format.AsInteger() != ModelLock.Format)
            throw format.Error($"this lock has format {format.Text}; this version of Kiln reads format {ModelLock.Format}");
        var fingerprints = root.Required("fingerprints");
        fingerprints.AllowOnly("definition", "contract", "tool");
        var data = root.Required("data");
        data.AllowOnly("dataset", "files", "training", "heldOut");
        return new()
        {
            Model = root.Required("model").AsString(),
            Version = root.Required("version").AsString(),
            Definition = fingerprints.Required("definition").AsString(),
            Contract = fingerprints.Required("contract").AsString(),
            Tool = fingerprints.Required("tool").AsString(),
            Dataset = data.Required("dataset").AsString(),
            Files = [.. data.Required("files").AsObject().Select(file => new LockedFile(file.Key, file.Value.AsString()))],
            TrainingRows = data.Required("training").AsInteger(),
            HeldOutRows = data.Required("heldOut").AsInteger(),
            Metrics = [.. root.Required("metrics").AsObject().Select(metric => new KeyValuePair<string, MetricValue>(metric.Key, ReadMetric(metric.Value)))],
            Artifact = root.Required("artifact").AsString(),
        };
    }

    static MetricValue ReadMetric(JsonValue metric)
    {
        metric.AllowOnly("value", "low", "high");
        return new(Number(metric, "value"), Number(metric, "low"), Number(metric, "high"));
    }

    /// <summary>A metric that is not defined on the held-out rows is written as null.</summary>
    static double Number(JsonValue metric, string name) => metric.Optional(name)?.AsDouble() ?? double.NaN;
}
