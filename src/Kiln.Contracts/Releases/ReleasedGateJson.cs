using Kiln.Contracts.Json;

namespace Kiln.Contracts.Releases;

/// <summary>How a release's gates stand in the lock: one a line.</summary>
static class ReleasedGateJson
{
    public static void Write(JsonWriter json, IReadOnlyList<ReleasedGate> gates)
    {
        json.Array();
        foreach (var gate in gates)
        {
            json.Object(oneLine: true).Name("metric").Value(gate.Metric);
            if (gate.AtLeast is { } least)
                json.Name("atLeast").Value(least);
            if (gate.AtMost is { } most)
                json.Name("atMost").Value(most);
            if (gate.NoWorseBy is { } loss)
                json.Name("noWorseBy").Value(loss);
            if (gate.Because is { } because)
                json.Name("because").Value(because);
            json.End();
        }
        json.End();
    }

    public static IReadOnlyList<ReleasedGate> Read(JsonValue gates) => [.. gates.AsArray().Select(ReadGate)];

    static ReleasedGate ReadGate(JsonValue gate)
    {
        gate.AllowOnly("metric", "atLeast", "atMost", "noWorseBy", "because");
        return new(
            gate.Required("metric").AsString(),
            gate.Optional("atLeast")?.AsDouble(),
            gate.Optional("atMost")?.AsDouble(),
            gate.Optional("because")?.AsString(),
            gate.Optional("noWorseBy")?.AsDouble());
    }
}
