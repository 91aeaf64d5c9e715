namespace Kiln.Contracts.Releases;

/// <summary>An input as users of the model's class see it.</summary>
/// <param name="Name">The column, as the file's header spells it.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Type">The C# type, without the question mark of an optional one.</param>
/// <param name="Required">Whether it must be given.</param>
public sealed record ReleasedInput(string Name, string Property, string Type, bool Required);
