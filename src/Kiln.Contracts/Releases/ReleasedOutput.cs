namespace Kiln.Contracts.Releases;

/// <summary>A member of the model's prediction.</summary>
/// <param name="Name">The C# property.</param>
/// <param name="Type">The C# type; the classes of a label are an enum named after it.</param>
public sealed record ReleasedOutput(string Name, string Type);
