using Kiln.Contracts.Expectations;
using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Locks;

/// <summary>
/// How a lock stands in its file: in canonical order, one fact a line, so that a merge conflict stays with the fact that conflicts. What was
/// released stands last, in the order of the releases, so that a release only appends; what models are compared with is of the last one only.
/// </summary>
public static class LockJson
{
    public static string Write(ModelLock model)
    {
        var json = new JsonWriter().Object();
        if (model.Schema is not null)
            json.Name("$schema").Value(model.Schema);
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
        if (model.Tuning is not null)
            json.Name("tuning").Value(model.Tuning);
        json.End();
        json.Name("data").Object();
        json.Name("dataset").Value(model.Dataset);
        json.Name("hash").Value(model.DataHash);
        PartitionJson.Write(json.Name("partitions"), model.Partitions);
        json.Name("training").Value(model.TrainingRows);
        json.Name("heldOut").Value(model.HeldOutRows);
        json.Name("split").Object();
        json.Name("by").Strings(model.Split.By);
        if (model.Split.Moved.Count > 0)
            json.Name("moved").Strings(model.Split.Moved);
        json.End();
        json.End();
        if (model.Boosting is { } boosting)
            BoostingJson.Write(json.Name("boosting"), boosting);
        ThresholdJson.Write(json, model.Threshold);
        MetricJson.Write(json.Name("metrics"), model.Metrics);
        if (model.Slices.Count > 0)
            SlicedMetricJson.Write(json.Name("slices"), model.Slices);
        if (model.Expectations.Count > 0)
            MeasuredExpectationJson.Write(json.Name("expectations"), model.Expectations);
        json.Name("artifact").Value(model.Artifact);
        if (model.SinceRelease is { } changes)
            SinceReleaseJson.Write(json.Name("sinceRelease"), changes);
        if (Release.Last(model.Released) is { IsOfEarlierKiln: false, Baseline: { } baseline })
            BaselineJson.Write(json.Name("baseline"), baseline, oneLine: true);
        if (model.Released.Count > 0)
        {
            json.Name("released").Array();
            foreach (var release in model.Released)
                ReleaseJson.Write(json, release);
            json.End();
        }
        return json.End().ToString();
    }

    /// <exception cref="NewerFormatException">A later version of Kiln wrote it.</exception>
    /// <exception cref="JsonFormatException">Not JSON, or not a lock this version can read.</exception>
    public static ModelLock Read(string text)
    {
        var root = JsonReader.Read(text);
        CheckFormat(root.Required("format"));
        root.AllowOnly("$schema", "format", "model", "version", "fingerprints", "data", "boosting", "threshold", "metrics", "slices", "expectations", "artifact", "sinceRelease", "baseline", "released");
        var fingerprints = root.Required("fingerprints");
        fingerprints.AllowOnly("definition", "contract", "tool", "references", "tuning");
        var data = root.Required("data");
        // A lock that an earlier version wrote has "files", by their bytes; the next build that writes it notes their rows.
        var isOld = data.Optional("files") is not null;
        data.AllowOnly("dataset", "hash", isOld ? "files" : "partitions", "training", "heldOut", "split");
        return new()
        {
            Schema = root.Optional("$schema")?.AsString(),
            Model = root.Required("model").AsString(),
            Version = root.Required("version").AsString(),
            Definition = fingerprints.Required("definition").AsString(),
            Contract = fingerprints.Required("contract").AsString(),
            Tool = fingerprints.Required("tool").AsString(),
            References = [.. (fingerprints.Optional("references")?.AsObject() ?? [])
                .Select(reference => new LockedReference(reference.Key, reference.Value.AsString()))],
            Tuning = fingerprints.Optional("tuning")?.AsString(),
            Dataset = data.Required("dataset").AsString(),
            DataHash = data.Required("hash").AsString(),
            Partitions = isOld ? [] : PartitionJson.Read(data.Required("partitions")),
            TrainingRows = data.Required("training").AsInteger(),
            HeldOutRows = data.Required("heldOut").AsInteger(),
            Split = ReadSplit(data.Required("split")),
            Boosting = root.Optional("boosting") is { } boosting ? BoostingJson.Read(boosting) : null,
            Threshold = ThresholdJson.Read(root),
            Metrics = MetricJson.Read(root.Required("metrics")),
            Slices = root.Optional("slices") is { } slices ? SlicedMetricJson.Read(slices) : [],
            Expectations = root.Optional("expectations") is { } expectations ? MeasuredExpectationJson.ReadAll(expectations) : [],
            Artifact = root.Required("artifact").AsString(),
            SinceRelease = root.Optional("sinceRelease") is { } changes ? SinceReleaseJson.Read(changes) : null,
            Released = AddBaseline(ReadReleased(root.Optional("released")), root.Optional("baseline")),
        };
    }

    /// <remarks>Before all else: what a later format adds would look like a misspelt member.</remarks>
    static void CheckFormat(JsonValue format)
    {
        var message = $"this lock has format {format.Text}; this version of Kiln reads format {ModelLock.Format}";
        if (format.AsInteger() > ModelLock.Format)
            throw new NewerFormatException(message, format.Line, format.Column);
        if (format.AsInteger() != ModelLock.Format)
            throw format.Error(message);
    }

    static LockedSplit ReadSplit(JsonValue split)
    {
        split.AllowOnly("by", "moved");
        return new(split.Required("by").AsStrings(), [.. (split.Optional("moved")?.AsArray() ?? []).Select(RowKey.Read)]);
    }

    /// <summary>The baseline belongs to the last release, whose entry holds its hash.</summary>
    static IReadOnlyList<Release> AddBaseline(IReadOnlyList<Release> released, JsonValue? baseline)
    {
        if (baseline is null)
            return released;
        var read = BaselineJson.Read(baseline);
        if (Release.Last(released) is not { } last)
            return released; // They are gone: who reads the lock tells that from what it is compared with.
        return last.BaselineHash == BaselineJson.Hash(read)
            ? [.. released.Select(release => release == last ? release with { Baseline = read } : release)]
            : throw baseline.Error($"the baseline of released version {last.Version} was edited; what is released never changes");
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
