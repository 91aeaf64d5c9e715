using Kiln.Contracts.Json;

namespace Kiln.Contracts.Gates;

/// <summary>How gates stand in locks and definitions: what one does not say is left out.</summary>
public static class GateJson
{
    /// <summary>An array of them, one a line.</summary>
    public static void Write(JsonWriter json, IEnumerable<Gate> gates)
    {
        json.Array();
        foreach (var gate in gates)
        {
            WriteMembers(json.Object(oneLine: true), gate);
            json.End();
        }
        json.End();
    }

    /// <summary>Into the object that is open.</summary>
    public static void WriteMembers(JsonWriter json, Gate gate)
    {
        json.Name("metric").Value(gate.Metric);
        Write("atLeast", gate.AtLeast);
        Write("atMost", gate.AtMost);
        Write("noWorseBy", gate.NoWorseBy);
        if (gate.Because is not null)
            json.Name("because").Value(gate.Because);
        if (gate.Slice is not null)
            json.Name("slice").Value(gate.Slice);
        if (gate.MinRows is { } rows)
            json.Name("minRows").Value(rows);

        void Write(string name, double? bound)
        {
            if (bound is { } value)
                json.Name(name).Value(value);
        }
    }

    public static IReadOnlyList<Gate> ReadAll(JsonValue gates)
    {
        foreach (var gate in gates.AsArray())
            gate.AllowOnly("metric", "atLeast", "atMost", "noWorseBy", "because", "slice", "minRows");
        return [.. gates.AsArray().Select(Read)];
    }

    public static Gate Read(JsonValue gate) => new(
        gate.Required("metric").AsString(),
        gate.Optional("atLeast")?.AsDouble(),
        gate.Optional("atMost")?.AsDouble(),
        gate.Optional("noWorseBy")?.AsDouble(),
        gate.Optional("because")?.AsString(),
        gate.Optional("slice")?.AsString(),
        (int?)gate.Optional("minRows")?.AsInteger());
}
