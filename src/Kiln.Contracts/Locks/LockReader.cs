using Kiln.Contracts.Json;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Locks;

public static class LockReader
{
    /// <exception cref="JsonFormatException">Not JSON, or not a lock this version can read.</exception>
    public static ModelLock Read(string text)
    {
        var root = JsonReader.Read(text);
        root.AllowOnly("format", "model", "version", "fingerprints", "data", "metrics", "artifact", "released");
        var format = root.Required("format");
        if (format.AsInteger() != ModelLock.Format)
            throw format.Error($"this lock has format {format.Text}; this version of Kiln reads format {ModelLock.Format}");
        var fingerprints = root.Required("fingerprints");
        fingerprints.AllowOnly("definition", "contract", "tool", "references");
        var data = root.Required("data");
        data.AllowOnly("dataset", "files", "training", "heldOut");
        return new()
        {
            Model = root.Required("model").AsString(),
            Version = root.Required("version").AsString(),
            Definition = fingerprints.Required("definition").AsString(),
            Contract = fingerprints.Required("contract").AsString(),
            Tool = fingerprints.Required("tool").AsString(),
            References = [.. (fingerprints.Optional("references")?.AsObject() ?? [])
                .Select(reference => new LockedReference(reference.Key, reference.Value.AsString()))],
            Dataset = data.Required("dataset").AsString(),
            Files = [.. data.Required("files").AsObject().Select(file => new LockedFile(file.Key, file.Value.AsString()))],
            TrainingRows = data.Required("training").AsInteger(),
            HeldOutRows = data.Required("heldOut").AsInteger(),
            Metrics = MetricJson.Read(root.Required("metrics")),
            Artifact = root.Required("artifact").AsString(),
            Released = ReadReleased(root.Optional("released")),
        };
    }

    static IReadOnlyList<Release> ReadReleased(JsonValue? array)
    {
        var released = new List<Release>();
        foreach (var item in array?.AsArray() ?? [])
        {
            var release = ReleaseJson.Read(item);
            if (released.Exists(other => other.Version == release.Version))
                throw item.Error($"version {release.Version} is released twice");
            released.Add(release);
        }
        return released;
    }
}
