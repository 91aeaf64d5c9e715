namespace Kiln.Contracts.Signatures;

/// <summary>An input or output of a foreign model.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Length">How many elements a row has of it; null where it has a single one.</param>
/// <param name="Property">What it is called in C#; people may change it.</param>
public sealed record SignatureValue(string Name, SignatureType Type, int? Length, string Property)
{
    /// <summary>What each element of an input is called in C#, where people said so; empty for none.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The classes of an output with one number a class, as texts; empty where it has none.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Whether the classes are integers, and not texts.</summary>
    public bool ClassesAreIntegers { get; init; }

    /// <summary>How many elements a row has of it.</summary>
    public int Count => Length ?? 1;

    /// <summary>What the graph says of it, in words; what people may change is no part of it.</summary>
    public string Shape => $"{Name} ({Type.ToString().ToLowerInvariant()}{(Length is { } length ? $" × {length}" : "")}"
        + $"{(Classes.Count > 0 ? $", classes {string.Join(", ", Classes)}" : "")})";
}
