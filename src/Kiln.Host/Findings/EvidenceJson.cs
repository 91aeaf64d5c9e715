using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;

namespace Kiln.Host.Findings;

/// <summary>How evidence stands in the cache, under a seal over all of it and the model that it is about.</summary>
static class EvidenceJson
{
    public static string Write(Evidence evidence, string onnxHash)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, evidence);
        return json.Name("seal").Value(Seal(evidence, onnxHash)).End().ToString();
    }

    /// <returns>Null where it is not as it was written, or about another model.</returns>
    /// <exception cref="JsonFormatException">Not JSON, or not this format.</exception>
    public static Evidence? Read(string text, string onnxHash)
    {
        var root = JsonReader.Read(text);
        var evidence = new Evidence(
            [.. root.Required("linear").AsObject().Select(member => new BaselineMetric(member.Key, Number(member.Value, "linear"), MetricJson.ReadNumbers(member.Value)))],
            root.Optional("whyNoLinear")?.AsString())
        {
            Recalibration = root.Optional("slope") is { } slope ? new(MetricJson.ReadMetric(slope), MetricJson.ReadMetric(root.Required("intercept"))) : null,
            CalibrationError = root.Optional("calibration") is { } error ? new(Number(error, "error"), Number(error, "expected"), Number(error, "limit")) : null,
            Training = MetricJson.ReadMetric(root.Required("training")),
            Unused = root.Required("unused").AsStrings(),
        };
        return root.Required("seal").AsString() == Seal(evidence, onnxHash) ? evidence : null;
    }

    static void WriteFacts(JsonWriter json, Evidence evidence)
    {
        json.Name("linear").Object();
        foreach (var (metric, linear, (value, low, high)) in evidence.Linear)
            json.Name(metric).Object(oneLine: true).Name("linear").Value(linear).Name("value").Value(value).Name("low").Value(low).Name("high").Value(high).End();
        json.End();
        if (evidence.WhyNoLinear is { } why)
            json.Name("whyNoLinear").Value(why);
        if (evidence.Recalibration is { } line)
        {
            MetricJson.Write(json.Name("slope"), line.Slope);
            MetricJson.Write(json.Name("intercept"), line.Intercept);
        }
        if (evidence.CalibrationError is { } error)
            json.Name("calibration").Object(oneLine: true).Name("error").Value(error.Value).Name("expected").Value(error.Expected).Name("limit").Value(error.Limit).End();
        MetricJson.Write(json.Name("training"), evidence.Training);
        json.Name("unused").Strings(evidence.Unused);
    }

    static double Number(JsonValue json, string name) => json.Optional(name)?.AsDouble() ?? double.NaN;

    static string Seal(Evidence evidence, string onnxHash)
    {
        var json = new JsonWriter().Object();
        WriteFacts(json, evidence);
        return new Fingerprint().Add("evidence 1").Add(onnxHash).Add(json.End().ToString()).ToString();
    }
}
