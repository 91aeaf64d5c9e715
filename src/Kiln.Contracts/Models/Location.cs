namespace Kiln.Contracts.Models;

/// <summary>A place in a source file; line and column from 1. The path is relative to the project's directory where it lies below it.</summary>
public sealed record Location(string File, int Line, int Column);
