using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;

namespace Kiln.Contracts.Locks;

/// <summary>How the changes since a release stand in a lock: where nothing changed, a handful of lines.</summary>
public static class SinceReleaseJson
{
    const string HeldOut = "heldOut";

    public static void Write(JsonWriter json, SinceRelease changes)
    {
        json.Object();
        json.Name("version").Value(changes.Version);
        if (changes.NotCompared is { } reason)
            json.Name("notCompared").Value(reason);
        if (changes.On == ComparedRows.HeldOut)
            json.Name("on").Value(HeldOut);
        json.Name("heldOut").Value(changes.HeldOutRows);
        json.Name("flipped").Value(changes.Flipped);
        if (changes.Metrics.Count > 0)
        {
            json.Name("metrics").Object();
            foreach (var metric in changes.Metrics)
                Write(json.Name(metric.Key), metric.Value);
            json.End();
        }
        if (changes.Importance.Count > 0)
        {
            json.Name("importance").Object();
            foreach (var feature in changes.Importance)
                Write(json.Name(feature.Key), feature.Value);
            json.End();
        }
        if (changes.Rows is { } rows)
            json.Name("rows").Object(oneLine: true)
                .Name("kept").Value(rows.Kept).Name("added").Value(rows.Added).Name("removed").Value(rows.Removed)
                .Name("estimated").Value(rows.Estimated)
                .End();
        if (changes.Columns.Count > 0)
        {
            json.Name("columns").Object();
            foreach (var column in changes.Columns)
                json.Name(column.Key).Value(column.Value);
            json.End();
        }
        json.End();
    }

    static void Write(JsonWriter json, MetricComparison metric)
    {
        json.Object();
        MetricJson.Write(json.Name("released"), metric.Released);
        MetricJson.Write(json.Name("now"), metric.Now);
        MetricJson.Write(json.Name("difference"), metric.Difference);
        json.End();
    }

    static void Write(JsonWriter json, RankChange rank)
    {
        json.Object(oneLine: true);
        if (rank.Released is { } released)
            json.Name("released").Value(released);
        if (rank.Now is { } now)
            json.Name("now").Value(now);
        json.End();
    }

    /// <exception cref="JsonFormatException">No such changes.</exception>
    public static SinceRelease Read(JsonValue value)
    {
        value.AllowOnly("version", "notCompared", "on", "heldOut", "flipped", "metrics", "importance", "rows", "columns");
        return new()
        {
            Version = value.Required("version").AsString(),
            NotCompared = value.Optional("notCompared")?.AsString(),
            On = value.Optional("on") is not { } on ? ComparedRows.Recorded
                : on.AsString() == HeldOut ? ComparedRows.HeldOut
                : throw on.Error($"only \"{HeldOut}\" is expected here"),
            HeldOutRows = value.Required("heldOut").AsInteger(),
            Flipped = value.Required("flipped").AsInteger(),
            Metrics = Members(value, "metrics", ReadMetric),
            Importance = Members(value, "importance", ReadRank),
            Rows = value.Optional("rows") is { } rows ? ReadRows(rows) : null,
            Columns = Members(value, "columns", column => column.AsString()),
        };
    }

    static IReadOnlyList<KeyValuePair<string, T>> Members<T>(JsonValue value, string name, Func<JsonValue, T> read) =>
        [.. (value.Optional(name)?.AsObject() ?? []).Select(member => new KeyValuePair<string, T>(member.Key, read(member.Value)))];

    static MetricComparison ReadMetric(JsonValue metric)
    {
        metric.AllowOnly("released", "now", "difference");
        return new(
            MetricJson.ReadMetric(metric.Required("released")),
            MetricJson.ReadMetric(metric.Required("now")),
            MetricJson.ReadMetric(metric.Required("difference")));
    }

    static RankChange ReadRank(JsonValue rank)
    {
        rank.AllowOnly("released", "now");
        return new((int?)rank.Optional("released")?.AsInteger(), (int?)rank.Optional("now")?.AsInteger());
    }

    static RowChange ReadRows(JsonValue rows)
    {
        rows.AllowOnly("kept", "added", "removed", "estimated");
        return new(
            rows.Required("kept").AsInteger(),
            rows.Required("added").AsInteger(),
            rows.Required("removed").AsInteger(),
            rows.Required("estimated").AsBoolean());
    }
}
