using Kiln.Contracts;

namespace Kiln.Host.Data.Inference;

/// <summary>C# names for columns.</summary>
static class PropertyNames
{
    // A member cannot be called like the type it is in (CS0542).
    static readonly string[] Types = ["Input", "Columns"];

    public static IReadOnlyList<string> Choose(string dataset, IReadOnlyList<string> headers) =>
        Identifier.FromHeaders(headers, [Identifier.FromHeader(dataset), .. Types, .. ReservedNames.OfRecords]);
}
