using Kiln.Contracts.Json;

namespace Kiln.Contracts.Expectations;

/// <summary>How measured expectations stand in locks: one a line.</summary>
public static class MeasuredExpectationJson
{
    public static void Write(JsonWriter json, IEnumerable<MeasuredExpectation> expectations)
    {
        json.Array();
        foreach (var measured in expectations)
        {
            ExpectationJson.WriteMembers(json.Object(oneLine: true), measured.Of);
            WriteMembers(json, measured);
            json.End();
        }
        json.End();
    }

    /// <summary>What was found, into the object that is open.</summary>
    public static void WriteMembers(JsonWriter json, MeasuredExpectation measured) =>
        json.Name("rows").Value(measured.Rows).Name("broken").Value(measured.Broken).Name("worst").Value(measured.Worst);

    public static IReadOnlyList<MeasuredExpectation> ReadAll(JsonValue expectations)
    {
        foreach (var measured in expectations.AsArray())
            measured.AllowOnly("column", "monotone", "invariant", "class", "within", "rows", "broken", "worst");
        return [.. expectations.AsArray().Select(Read)];
    }

    public static MeasuredExpectation Read(JsonValue measured) => new(
        ExpectationJson.Read(measured),
        (int)measured.Required("rows").AsInteger(),
        (int)measured.Required("broken").AsInteger(),
        measured.Optional("worst")?.AsDouble() ?? double.NaN);
}
