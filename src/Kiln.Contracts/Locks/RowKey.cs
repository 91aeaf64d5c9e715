using Kiln.Contracts.Json;

namespace Kiln.Contracts.Locks;

/// <summary>A hash of rows as a lock spells it.</summary>
static class RowKey
{
    public static string Read(JsonValue key) => key.AsString().Length == 16 && key.Text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f')
        ? key.Text
        : throw key.Error("16 hexadecimal digits are expected here");
}
