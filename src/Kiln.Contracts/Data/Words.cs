using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>How a contract spells types and roles.</summary>
public static class Words
{
    static readonly string[] Types = ["number", "integer", "boolean", "category", "text", "date-time"];
    static readonly string[] Roles = ["feature", "label", "id", "ignore", "time", "group"];

    public static string Of(ColumnType type) => Types[(int)type];

    public static string Of(ColumnRole role) => Roles[(int)role];

    public static ColumnType Type(JsonValue value) => (ColumnType)Index(value, Types, "type");

    public static ColumnRole Role(JsonValue value) => (ColumnRole)Index(value, Roles, "role");

    static int Index(JsonValue value, string[] words, string what)
    {
        var index = Array.IndexOf(words, value.AsString());
        return index >= 0 ? index : throw value.Error(
            $"\"{value.Text}\" is no {what}{Nearest.Hint(value.Text, words)}; known are {string.Join(", ", words)}");
    }
}
