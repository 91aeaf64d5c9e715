using Kiln.Contracts.Json;

namespace Kiln.Contracts.Metrics;

/// <summary>How metrics stand in a lock: one a line, in the order they are shown.</summary>
public static class MetricJson
{
    public static void Write(JsonWriter json, IReadOnlyList<KeyValuePair<string, MetricValue>> metrics)
    {
        json.Object();
        foreach (var metric in metrics)
            Write(json.Name(metric.Key), metric.Value);
        json.End();
    }

    public static void Write(JsonWriter json, MetricValue metric) => json.Object(oneLine: true)
        .Name("value").Value(metric.Value).Name("low").Value(metric.Low).Name("high").Value(metric.High)
        .End();

    public static IReadOnlyList<KeyValuePair<string, MetricValue>> Read(JsonValue metrics) =>
        [.. metrics.AsObject().Select(metric => new KeyValuePair<string, MetricValue>(metric.Key, ReadMetric(metric.Value)))];

    public static MetricValue ReadMetric(JsonValue metric)
    {
        metric.AllowOnly("value", "low", "high");
        return ReadNumbers(metric);
    }

    /// <summary>From an object that says more than them.</summary>
    public static MetricValue ReadNumbers(JsonValue metric) => new(Number(metric, "value"), Number(metric, "low"), Number(metric, "high"));

    /// <summary>A metric that is not defined on the held-out rows is written as null.</summary>
    static double Number(JsonValue metric, string name) => metric.Optional(name)?.AsDouble() ?? double.NaN;
}
