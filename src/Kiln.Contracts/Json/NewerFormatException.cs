namespace Kiln.Contracts.Json;

/// <summary>A file of a format that only a later version knows: whole, and not to be restored or repaired.</summary>
public sealed class NewerFormatException(string message, int line, int column) : JsonFormatException(message, line, column);
