using Kiln.Contracts;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>C# names for columns.</summary>
static class PropertyNames
{
    // A member cannot be called like the type it is in (CS0542), nor like what every record and object has.
    static readonly string[] Taken =
    [
        "Input", "Columns",
        "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize",
        "EqualityContract", "PrintMembers", "Deconstruct", "Clone",
    ];

    public static IReadOnlyList<string> Of(string dataset, IReadOnlyList<string> headers) =>
        Identifier.FromHeaders(headers, [Identifier.FromHeader(dataset), .. Taken]);
}
