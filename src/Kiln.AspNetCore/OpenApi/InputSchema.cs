using System.Text.Json;
using Kiln.Serving;

namespace Kiln.AspNetCore.OpenApi;

/// <summary>The JSON Schema of a model's input: what the contract says of each column, as far as it is checked.</summary>
static class InputSchema
{
    const string DatePattern = @"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?)?$";

    public static void Write(Utf8JsonWriter writer, IServedModel model)
    {
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartArray("required");
        foreach (var column in model.Schema.Columns.Where(column => column.IsRequired))
            writer.WriteStringValue(column.JsonName);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (var column in model.Schema.Columns)
        {
            writer.WriteStartObject(column.JsonName);
            Write(writer, column);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    static void Write(Utf8JsonWriter writer, InputColumn column)
    {
        Type(writer, column);
        if (Description(column) is { Length: > 0 } description)
            writer.WriteString("description", description);
        if (column.Min is { } min)
            writer.WriteNumber("minimum", min);
        if (column.Max is { } max)
            writer.WriteNumber("maximum", max);
        if (column.Earliest is { } earliest)
            writer.WriteString("x-earliest", Date(earliest));
        if (column.Latest is { } latest)
            writer.WriteString("x-latest", Date(latest));
        if (column.MinLength is { } minLength)
            writer.WriteNumber("minLength", minLength);
        if (column.MaxLength is { } maxLength)
            writer.WriteNumber("maxLength", maxLength);
        if (column.Kind == ColumnKind.Date)
            writer.WriteString("pattern", DatePattern);
        else if (column.Pattern is { } pattern)
            writer.WriteString("pattern", $"^(?:{pattern})$");
        Values(writer, column);
        writer.WriteString("x-column", column.Name);
        if (column.Unit is { } unit)
            writer.WriteString("x-unit", unit);
    }

    static void Type(Utf8JsonWriter writer, InputColumn column)
    {
        var type = column.Kind switch { ColumnKind.Number => "number", ColumnKind.Integer => "integer", ColumnKind.Boolean => "boolean", _ => "string" };
        if (column.IsRequired)
        {
            writer.WriteString("type", type);
            return;
        }
        writer.WriteStartArray("type");
        writer.WriteStringValue(type);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    static void Values(Utf8JsonWriter writer, InputColumn column)
    {
        if (column.Values is not { } values)
            return;
        // Of an open category they are what was seen, and others are allowed.
        writer.WriteStartArray(column.IsOpen ? "examples" : "enum");
        foreach (var value in values)
            writer.WriteStringValue(value);
        if (!column.IsOpen && !column.IsRequired)
            writer.WriteNullValue();
        writer.WriteEndArray();
    }

    static string Description(InputColumn column)
    {
        IEnumerable<string?> parts =
        [
            column.Description,
            column.Unit is { } unit ? $"In {unit}." : null,
            column.Kind == ColumnKind.Date ? "In no time zone." : null,
            column.Earliest is { } earliest ? $"Not before {Date(earliest)}." : null,
            column.Latest is { } latest ? $"Not after {Date(latest)}." : null,
        ];
        return string.Join(" ", parts.Where(part => part is not null));
    }

    static string Date(DateTime date) => date.TimeOfDay == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture);
}
