using System.Globalization;
using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>How a column stands in a contract.</summary>
static class ColumnJson
{
    public static readonly string[] Members =
    [
        "name", "property", "type", "nullable", "role", "unit", "description", "min", "max", "values", "classes", "true", "false", "positive", "missing", "dateFormat",
    ];

    public static void Write(JsonWriter json, Column column)
    {
        json.Object(oneLine: true);
        json.Name("name").Value(column.Name);
        json.Name("property").Value(column.Property);
        json.Name("type").Value(Words.Format(column.Type));
        json.Name("nullable").Value(column.Nullable);
        json.Name("role").Value(Words.Format(column.Role));
        if (column.Unit is not null)
            json.Name("unit").Value(column.Unit);
        if (column.Description is not null)
            json.Name("description").Value(column.Description);
        if (column.Min is { } min)
            json.Name("min").Value(min);
        if (column.Max is { } max)
            json.Name("max").Value(max);
        if (column.Values.Count > 0)
            json.Name("values").Strings(column.Values);
        if (column.Classes.Count > 0)
            WriteNumbers(json.Name("classes"), column.Classes);
        if (column.TrueText is not null)
            json.Name("true").Value(column.TrueText).Name("false").Value(column.FalseText);
        if (column.Positive is not null)
            json.Name("positive").Value(column.Positive);
        if (column.Missing is not null)
            json.Name("missing").Strings(column.Missing);
        if (column.DateFormat is not null)
            json.Name("dateFormat").Value(column.DateFormat);
        json.End();
    }

    public static Column Read(JsonValue item)
    {
        item.AllowOnly(Members);
        var property = item.Required("property");
        if (!Identifier.IsValid(property.AsString()))
            throw property.Error($"\"{property.Text}\" is not a C# identifier");
        if (property.Text.Length > Identifier.Longest)
            throw property.Error($"\"{property.Text.Substring(0, 32)}…\" has {property.Text.Length} characters, which is too long for the compiler; use at most {Identifier.Longest}");
        var column = new Column
        {
            Name = item.Required("name").AsString(),
            Property = property.Text,
            Type = Words.Type(item.Required("type")),
            Nullable = item.Required("nullable").AsBoolean(),
            Role = Words.Role(item.Required("role")),
            Unit = item.Optional("unit")?.AsString(),
            Description = item.Optional("description")?.AsString(),
            Min = item.Optional("min")?.AsDouble(),
            Max = item.Optional("max")?.AsDouble(),
            Values = item.Optional("values")?.AsDistinctStrings() ?? [],
            Classes = Numbers(item.Optional("classes")),
            Positive = item.Optional("positive")?.AsString(),
            TrueText = item.Optional("true")?.AsString(),
            FalseText = item.Optional("false")?.AsString(),
            Missing = item.Optional("missing")?.AsDistinctStrings(),
            DateFormat = item.Optional("dateFormat")?.AsString(),
            Line = item.Line,
        };
        if (column.Type == ColumnType.Category && column.Values.Count == 0)
            throw item.Error($"category \"{column.Name}\" needs its \"values\"");
        if (column.Type == ColumnType.Boolean && (column.TrueText is null || column.FalseText is null || column.TrueText == column.FalseText))
            throw item.Error($"boolean \"{column.Name}\" needs \"true\" and \"false\": two strings exactly as in the file");
        if (column.Classes.Count > 0 && column.Type is not (ColumnType.Number or ColumnType.Integer))
            throw item.Required("classes").Error($"\"classes\" applies to number and integer columns, but \"{column.Name}\" is a {Words.Format(column.Type)}; write \"values\" for a category");
        if (column.Positive is not null && !column.LabelValues().Contains(column.Positive))
            throw item.Required("positive").Error(
                $"\"{column.Positive}\" is not a value of \"{column.Name}\"{Nearest.Hint(column.Positive, column.LabelValues())}; \"positive\" names one of its two values");
        if (column.Min > column.Max)
            throw item.Required("min").Error($"\"min\" of \"{column.Name}\" is above its \"max\"");
        return column;
    }

    static void WriteNumbers(JsonWriter json, IEnumerable<string> numbers)
    {
        json.Array(oneLine: true);
        foreach (var number in numbers)
            json.Value(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
        json.End();
    }

    /// <summary>As they are spelled there; two spellings of one number are one class, written twice.</summary>
    static IReadOnlyList<string> Numbers(JsonValue? array)
    {
        var numbers = new Dictionary<double, string>();
        foreach (var item in array?.AsArray() ?? [])
        {
            if (numbers.ContainsKey(item.AsDouble()))
                throw item.Error($"{item.Text} occurs twice");
            numbers.Add(item.AsDouble(), item.Text);
        }
        return [.. numbers.Values];
    }
}
