using Kiln.Contracts.Json;

namespace Kiln.Contracts.Locks;

/// <summary>How partitions stand in a lock: one line each and no member names, so that a thousand of them stay below 100 KB.</summary>
public static class PartitionJson
{
    public static void Write(JsonWriter json, IReadOnlyList<LockedPartition> partitions)
    {
        json.Object();
        foreach (var partition in partitions)
        {
            json.Name(partition.Name).Array(oneLine: true).Value(partition.Hash).Value(partition.Rows);
            if (partition.From is not null)
                json.Value(partition.From).Value(partition.To);
            json.End();
        }
        json.End();
    }

    public static IReadOnlyList<LockedPartition> Read(JsonValue partitions) =>
        [.. partitions.AsObject().Select(partition => Read(partition.Key, partition.Value, partition.Value.AsArray()))];

    static LockedPartition Read(string name, JsonValue value, IReadOnlyList<JsonValue> facts) => facts.Count is 2 or 4
        ? new(name, RowKey.Read(facts[0]), facts[1].AsInteger(), facts.Count == 4 ? facts[2].AsString() : null, facts.Count == 4 ? facts[3].AsString() : null)
        : throw value.Error("the hash of a partition, its rows and, where they have times, the earliest and the latest are expected here");
}
