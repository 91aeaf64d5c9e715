namespace Kiln.Contracts.Json;

/// <summary>A JSON text that cannot be read, with the place (both from 1) where it stops making sense.</summary>
public class JsonFormatException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
