using Kiln.Contracts.Json;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Cache;

/// <summary>How a model's measurements stand in the cache: one a line, null for what is not defined.</summary>
static class MeasurementJson
{
    public static void Write(JsonWriter json, IReadOnlyList<Measurement> measurements)
    {
        json.Object();
        foreach (var (metric, (value, low, high), noSkill, missing) in measurements)
        {
            json.Name(metric).Object(oneLine: true).Name("value").Value(value).Name("low").Value(low).Name("high").Value(high);
            json.Name("noSkill").Value(noSkill).Name("missing").Value(missing).End();
        }
        json.End();
    }

    /// <exception cref="JsonFormatException">Not such measurements.</exception>
    public static IReadOnlyList<Measurement> Read(JsonValue measurements) => [.. measurements.AsObject().Select(member => Read(member.Key, member.Value))];

    static Measurement Read(string metric, JsonValue measurement)
    {
        measurement.AllowOnly("value", "low", "high", "noSkill", "missing");
        return new(
            metric,
            new(Number(measurement, "value"), Number(measurement, "low"), Number(measurement, "high")),
            Number(measurement, "noSkill"),
            measurement.Optional("missing")?.AsString());
    }

    static double Number(JsonValue measurement, string name) => measurement.Optional(name)?.AsDouble() ?? double.NaN;
}
