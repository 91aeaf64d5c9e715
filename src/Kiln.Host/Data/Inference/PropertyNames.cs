using Kiln.Contracts;

namespace Kiln.Host.Data.Inference;

/// <summary>C# names for columns.</summary>
static class PropertyNames
{
    // A member cannot be called like the type it is in (CS0542).
    static readonly string[] Types = ["Input", "Columns"];

    /// <param name="dataset">The dataset's name.</param>
    /// <param name="headers">The columns without a name, in order.</param>
    /// <param name="given">The names that other columns have.</param>
    public static IReadOnlyList<string> Choose(string dataset, IReadOnlyList<string> headers, params IEnumerable<string> given) =>
        Identifier.FromHeaders(headers, [Identifier.FromHeader(dataset), .. Types, .. ReservedNames.OfRecords, .. given]);
}
