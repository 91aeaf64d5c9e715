namespace Kiln.Contracts.Json;

/// <summary>A JSON text that cannot be read, with the place (both from 1) where it stops making sense.</summary>
public class JsonFormatException(string message, int line, int column) : Exception(message)
{
    readonly IReadOnlyList<JsonFormatException>? _all;

    /// <param name="all">At least one; the first says what this one says.</param>
    public JsonFormatException(IReadOnlyList<JsonFormatException> all)
        : this(all[0].Message, all[0].Line, all[0].Column) => _all = all;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>This one, and what is wrong elsewhere in the text independently of it.</summary>
    public IReadOnlyList<JsonFormatException> All => _all ?? [this];
}
