using Kiln.Contracts.Json;

namespace Kiln.Contracts.Expectations;

/// <summary>How expectations stand in locks and definitions: what one does not say is left out.</summary>
public static class ExpectationJson
{
    /// <summary>An array of them, one a line.</summary>
    public static void Write(JsonWriter json, IEnumerable<Expectation> expectations)
    {
        json.Array();
        foreach (var expectation in expectations)
        {
            WriteMembers(json.Object(oneLine: true), expectation);
            json.End();
        }
        json.End();
    }

    /// <summary>Into the object that is open.</summary>
    public static void WriteMembers(JsonWriter json, Expectation expectation)
    {
        json.Name("column").Value(expectation.Column);
        if (expectation.Monotone is { } direction)
            json.Name("monotone").Value(direction.ToString());
        if (expectation.Invariant)
            json.Name("invariant").Value(true);
        if (expectation.Class is not null)
            json.Name("class").Value(expectation.Class);
        if (expectation.Within is { } within)
            json.Name("within").Value(within);
        if (expectation.MinShare is { } share)
            json.Name("minShare").Value(share);
        if (expectation.Because is not null)
            json.Name("because").Value(expectation.Because);
    }

    public static IReadOnlyList<Expectation> ReadAll(JsonValue expectations)
    {
        foreach (var expectation in expectations.AsArray())
            expectation.AllowOnly("column", "monotone", "invariant", "class", "within", "minShare", "because");
        return [.. expectations.AsArray().Select(Read)];
    }

    public static Expectation Read(JsonValue expectation) => new(
        expectation.Required("column").AsString(),
        expectation.Optional("monotone") is { } direction ? ReadDirection(direction) : null,
        expectation.Optional("invariant")?.AsBoolean() ?? false,
        expectation.Optional("class")?.AsString(),
        expectation.Optional("within")?.AsDouble(),
        expectation.Optional("minShare")?.AsDouble(),
        expectation.Optional("because")?.AsString());

    static Direction ReadDirection(JsonValue direction) => direction.AsString() switch
    {
        nameof(Direction.Increasing) => Direction.Increasing,
        nameof(Direction.Decreasing) => Direction.Decreasing,
        _ => throw direction.Error($"\"{direction.Text}\" is no direction; \"{nameof(Direction.Increasing)}\" or \"{nameof(Direction.Decreasing)}\" is expected here"),
    };
}
