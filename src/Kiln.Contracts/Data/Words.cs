using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>How a contract spells types, roles and other words, and C# the types.</summary>
public static class Words
{
    static readonly string[] Types = ["number", "integer", "boolean", "category", "text", "date-time"];
    static readonly string[] Severities = ["error", "warning"];
    static readonly string[] Classifications = ["personal", "sensitive"];
    static readonly string[] Roles = ["feature", "label", "id", "ignore", "time", "group", "weight"];

    public static string Format(ColumnType type) => Types[(int)type];

    /// <summary>As sentences have it: <c>an integer</c>.</summary>
    public static string WithArticle(ColumnType type) => $"{(type == ColumnType.Integer ? "an" : "a")} {Format(type)}";

    /// <summary>The C# type of a column that always has a value.</summary>
    public static string CSharp(ColumnType type) => type switch
    {
        ColumnType.Number => "float",
        ColumnType.Integer => "long",
        ColumnType.Boolean => "bool",
        ColumnType.DateTime => "System.DateTime",
        _ => "string",
    };

    public static string Format(ColumnRole role) => Roles[(int)role];

    public static ColumnType Type(JsonValue value) => (ColumnType)Index(value, Types, "type");

    public static ColumnRole Role(JsonValue value) => (ColumnRole)Index(value, Roles, "role");

    public static string Format(Severity severity) => Severities[(int)severity];

    public static string Format(Classification classification) => Classifications[(int)classification];

    public static Severity Severity(JsonValue? value) => value is null ? default : (Severity)Index(value, Severities, "severity");

    public static Classification? Classification(JsonValue? value) =>
        value is null ? null : (Classification)Index(value, Classifications, "classification");

    static int Index(JsonValue value, string[] words, string what)
    {
        var index = Array.IndexOf(words, value.AsString());
        return index >= 0 ? index : throw value.Error(
            $"\"{value.Text}\" is not a {what}{Nearest.Hint(value.Text, words)}; use one of {string.Join(", ", words)}");
    }
}
