namespace Kiln.Contracts;

/// <summary>Names that no generated member can have.</summary>
public static class ReservedNames
{
    /// <summary>What every type has.</summary>
    public static IReadOnlyList<string> OfTypes { get; } =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>What every record has.</summary>
    public static IReadOnlyList<string> OfRecords { get; } = [.. OfTypes, "Clone", "Deconstruct", "EqualityContract", "PrintMembers"];

    /// <summary>What a completed model class has.</summary>
    public static IReadOnlyList<string> OfModels { get; } =
        [.. OfTypes, "Input", "Prediction", "Columns", "Info", "Monitor", "Load", "Predict", "TryValidate", "Explain", "NameOf", "Dispose"];
}
