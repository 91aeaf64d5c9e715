using System.Text.Json;

namespace Kiln.AspNetCore.OpenApi;

/// <summary>The JSON Schema of problem details (RFC 9457), with the errors by column that inputs have.</summary>
static class ProblemSchema
{
    public const string Name = "ProblemDetails";

    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Name);
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var (name, type) in new[] { ("type", "string"), ("title", "string"), ("status", "integer"), ("detail", "string") })
        {
            writer.WriteStartObject(name);
            writer.WriteString("type", type);
            writer.WriteEndObject();
        }
        writer.WriteStartObject("errors");
        writer.WriteString("type", "object");
        writer.WriteString("description", "What is wrong, by column.");
        writer.WriteStartObject("additionalProperties");
        writer.WriteString("type", "array");
        writer.WriteStartObject("items");
        writer.WriteString("type", "string");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
