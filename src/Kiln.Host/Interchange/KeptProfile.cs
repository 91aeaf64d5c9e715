using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange;

/// <summary>What was observed of a column says nothing of one of another type.</summary>
static class KeptProfile
{
    static readonly string[] Ends = ["min", "max"];

    public static void Trim(JsonValue contract, JsonValue? before)
    {
        if (contract.Optional("profile") is not { Kind: JsonKind.Object } profile || profile.Optional("columns") is not { Kind: JsonKind.Object } observed)
            return;
        foreach (var column in contract.Required("columns").AsArray())
            if (column.Required("name").Text is var name && (IsOfOtherType(column, observed.Optional(name)) || Differs(column, before)))
                observed.Set(name, null);
        if (observed.Members.Count == 0)
            contract.Set("profile", null);
    }

    /// <summary>Numbers have a smallest and a largest number, and dates a text.</summary>
    static bool IsOfOtherType(JsonValue column, JsonValue? observed) =>
        observed is { Kind: JsonKind.Object }
        && Ends.Select(observed.Optional).OfType<JsonValue>().Any(end => end.Kind == JsonKind.Number != column.Required("type").Text is "number" or "integer");

    static bool Differs(JsonValue column, JsonValue? before) =>
        before?.Required("columns").AsArray().FirstOrDefault(other => other.Required("name").Text == column.Required("name").Text) is { } known
        && known.Required("type").Text != column.Required("type").Text;
}
