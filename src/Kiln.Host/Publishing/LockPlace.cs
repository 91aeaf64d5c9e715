using Kiln.Contracts.Json;

namespace Kiln.Host.Publishing;

/// <summary>Where a fact stands in a lock.</summary>
static class LockPlace
{
    /// <returns>Line and column of the fact's value, from 1; zeros where it is not there, or the lock has conflicts.</returns>
    /// <param name="path">The lock.</param>
    /// <param name="facts">Names of facts, as differences have them; the first that is there counts.</param>
    public static (int Line, int Column) Find(string path, params ReadOnlySpan<string> facts)
    {
        try
        {
            var root = JsonReader.Read(File.ReadAllText(path));
            foreach (var fact in facts)
                if (Find(root, fact) is { } value)
                    return (value.Line, value.Column);
        }
        catch (JsonFormatException)
        {
            // A lock that a merge left with conflicts: that is told where they are.
        }
        return (0, 0);
    }

    static JsonValue? Find(JsonValue root, string fact) => fact switch
    {
        "data" => root.Optional("data")?.Optional("hash"),
        "training" or "heldOut" => root.Optional("data")?.Optional(fact),
        _ when fact.StartsWith("metrics.", StringComparison.Ordinal) =>
            root.Optional("metrics") is { } metrics ? metrics.Optional(fact["metrics.".Length..]) ?? metrics : null,
        _ => root.Optional(fact),
    };
}
