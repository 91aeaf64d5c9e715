using System.Globalization;
using Kiln.Contracts.Json;

namespace Kiln.Contracts.Releases;

/// <summary>How provenance stands in a release: on one line, so that a year of monthly releases and their files stays small.</summary>
static class ReleaseProvenanceJson
{
    const string Day = "yyyy-MM-dd";

    public static void Write(JsonWriter json, ReleaseProvenance provenance)
    {
        json.Object(oneLine: true);
        json.Name("date").Value(provenance.Date);
        if (provenance.Commit is not null)
            json.Name("commit").Value(provenance.Commit);
        if (provenance.By is not null)
            json.Name("by").Value(provenance.By);
        json.Name("tool").Value(provenance.Tool);
        if (provenance.Partitions.Count > 0)
        {
            json.Name("partitions").Object();
            foreach (var partition in provenance.Partitions)
                json.Name(partition.Key).Value(partition.Value);
            json.End();
        }
        json.Name("training").Value(provenance.TrainingRows);
        json.Name("heldOut").Value(provenance.HeldOutRows);
        json.End();
    }

    /// <exception cref="JsonFormatException">Not the provenance of a release.</exception>
    public static ReleaseProvenance Read(JsonValue value)
    {
        value.AllowOnly("date", "commit", "by", "tool", "partitions", "training", "heldOut");
        var date = value.Required("date");
        if (!DateTime.TryParseExact(date.AsString(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw date.Error($"\"{date.Text}\" is not a day such as 2026-11-30");
        return new(
            date.Text,
            value.Optional("commit")?.AsString(),
            value.Optional("by")?.AsString(),
            value.Required("tool").AsString(),
            [.. (value.Optional("partitions")?.AsObject() ?? []).Select(partition => new KeyValuePair<string, long>(partition.Key, partition.Value.AsInteger()))],
            value.Required("training").AsInteger(),
            value.Required("heldOut").AsInteger());
    }
}
