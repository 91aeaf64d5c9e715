using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;

namespace Kiln.Contracts.Locks;

/// <summary>How metrics of slices stand in a lock: a value a line.</summary>
public static class SlicedMetricJson
{
    public static void Write(JsonWriter json, IReadOnlyList<SlicedMetric> slices)
    {
        json.Array();
        foreach (var sliced in slices)
        {
            json.Object();
            json.Name("metric").Value(sliced.Metric);
            json.Name("column").Value(sliced.Column);
            json.Name("minRows").Value(sliced.MinRows);
            json.Name("smaller").Value(sliced.Smaller);
            json.Name("values").Array();
            foreach (var (name, rows, (value, low, high)) in sliced.Values)
                json.Object(oneLine: true)
                    .Name("name").Value(name).Name("rows").Value(rows).Name("value").Value(value).Name("low").Value(low).Name("high").Value(high)
                    .End();
            json.End();
            json.End();
        }
        json.End();
    }

    public static IReadOnlyList<SlicedMetric> Read(JsonValue slices) => [.. slices.AsArray().Select(ReadSliced)];

    static SlicedMetric ReadSliced(JsonValue sliced)
    {
        sliced.AllowOnly("metric", "column", "minRows", "smaller", "values");
        return new(
            sliced.Required("metric").AsString(),
            sliced.Required("column").AsString(),
            (int)sliced.Required("minRows").AsInteger(),
            [.. sliced.Required("values").AsArray().Select(ReadValue)],
            (int)sliced.Required("smaller").AsInteger());
    }

    static SliceValue ReadValue(JsonValue value)
    {
        value.AllowOnly("name", "rows", "value", "low", "high");
        return new(value.Required("name").AsString(), value.Required("rows").AsInteger(), MetricJson.ReadNumbers(value));
    }
}
