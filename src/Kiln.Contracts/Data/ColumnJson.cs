using System.Globalization;
using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>How a column stands in a contract.</summary>
static class ColumnJson
{
    public static readonly string[] Members =
    [
        "name", "property", "type", "nullable", "role", "unit", "description", "min", "max", "values", "classes", "true", "false", "positive", "missing", "dateFormat",
        "decimal", "thousands", "symbols", "trim", "open", "maxMissing", "unique", "pattern", "minLength", "maxLength", "classification", "availability", "tolerance", "severity",
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
        WriteBound(json, "min", column.Min, column.Earliest);
        WriteBound(json, "max", column.Max, column.Latest);
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
        WriteReading(json, column);
        WriteChecks(json, column);
        json.End();
    }

    /// <summary>How a field becomes a value.</summary>
    static void WriteReading(JsonWriter json, Column column)
    {
        if (column.Decimal is not null)
            json.Name("decimal").Value(column.Decimal);
        if (column.Thousands is not null)
            json.Name("thousands").Value(column.Thousands);
        if (column.Symbols.Count > 0)
            json.Name("symbols").Strings(column.Symbols);
        if (!column.Trim)
            json.Name("trim").Value(false);
        if (column.Open)
            json.Name("open").Value(true);
    }

    static void WriteChecks(JsonWriter json, Column column)
    {
        if (column.MaxMissing is { } missing)
            json.Name("maxMissing").Value(missing);
        if (column.Unique)
            json.Name("unique").Value(true);
        if (column.Pattern is not null)
            json.Name("pattern").Value(column.Pattern);
        if (column.MinLength is { } least)
            json.Name("minLength").Value((long)least);
        if (column.MaxLength is { } most)
            json.Name("maxLength").Value((long)most);
        if (column.Classification is { } classification)
            json.Name("classification").Value(Words.Format(classification));
        if (column.OnlyInTraining)
            json.Name("availability").Value("training");
        if (column.Tolerance > 0)
            json.Name("tolerance").Value(column.Tolerance);
        if (column.Severity != Severity.Error)
            json.Name("severity").Value(Words.Format(column.Severity));
    }

    /// <summary>Null where something is wrong with it.</summary>
    /// <param name="errors">Takes each of its members that is wrong by itself, and then what they cannot be together.</param>
    public static Column? Read(JsonValue item, JsonErrors errors)
    {
        var before = errors.Count;
        errors.AllowOnly(item, Members);
        if (item.Kind != JsonKind.Object)
            return null;
        var name = Get("name", value => value.AsString());
        var property = Get("property", Property);
        var type = Get("type", Words.Type);
        if (errors.Count == before)
            ColumnMembers.Check(item, name!, type, errors);
        var column = new Column
        {
            Name = name!,
            Property = property!,
            Type = type,
            Nullable = Get("nullable", value => value.AsBoolean()),
            Role = Get("role", Words.Role),
            Unit = Find("unit", value => value?.AsString()),
            Description = Find("description", value => value?.AsString()),
            Min = type == ColumnType.DateTime ? null : Find("min", value => value?.AsDouble()),
            Max = type == ColumnType.DateTime ? null : Find("max", value => value?.AsDouble()),
            Earliest = type == ColumnType.DateTime ? Find("min", Date) : null,
            Latest = type == ColumnType.DateTime ? Find("max", Date) : null,
            Values = Find("values", value => value?.AsDistinctStrings()) ?? [],
            Classes = Find("classes", Numbers) ?? [],
            Positive = Find("positive", value => value?.AsString()),
            TrueText = Find("true", value => value?.AsString()),
            FalseText = Find("false", value => value?.AsString()),
            Missing = Find("missing", value => value?.AsDistinctStrings()),
            DateFormat = Find("dateFormat", value => value?.AsString()),
            Decimal = Find("decimal", value => value?.AsString()),
            Thousands = Find("thousands", value => value?.AsString()),
            Symbols = Find("symbols", value => value?.AsDistinctStrings()) ?? [],
            Trim = Find("trim", value => value?.AsBoolean()) ?? true,
            Open = Find("open", value => value?.AsBoolean()) ?? false,
            MaxMissing = Find("maxMissing", value => value?.AsShare()),
            Unique = Find("unique", value => value?.AsBoolean()) ?? false,
            Pattern = Find("pattern", value => value?.AsString()),
            MinLength = Find("minLength", Length),
            MaxLength = Find("maxLength", Length),
            Classification = Find("classification", Words.Classification),
            OnlyInTraining = Find("availability", IsTraining),
            Tolerance = Find("tolerance", value => value?.AsShare()) ?? 0,
            Severity = Find("severity", Words.Severity),
            Line = item.Line,
        };
        if (errors.Count == before)
            ColumnContradictions.Check(item, column, errors);
        return errors.Count == before ? column : null;

        T? Get<T>(string member, Func<JsonValue, T> read) => errors.Try(() => read(item.Required(member)));

        T? Find<T>(string member, Func<JsonValue?, T> read) => errors.Try(() => read(item.Optional(member)));
    }

    static string Property(JsonValue value) =>
        !Identifier.IsValid(value.AsString()) ? throw value.Error($"\"{value.Text}\" is not a C# identifier")
        : value.Text.Length > Identifier.Longest
            ? throw value.Error($"\"{value.Text.Substring(0, 32)}…\" has {value.Text.Length} characters, which is too long for the compiler; use at most {Identifier.Longest}")
            : value.Text;

    static void WriteBound(JsonWriter json, string name, double? number, DateTime? date)
    {
        if (number is { } bound)
            json.Name(name).Value(bound);
        if (date is { } day)
            json.Name(name).Value(IsoDate.Format(day));
    }

    static DateTime? Date(JsonValue? value) =>
        value is null ? null : IsoDate.Parse(value.AsString()) ?? throw value.Error($"\"{value.Text}\" is not a date in ISO 8601; write it as 2024-12-31 or 2024-12-31T23:59:59");

    static int? Length(JsonValue? value) =>
        value is null ? null : value.AsInteger() is >= 0 and <= int.MaxValue and var length ? (int)length : throw value.Error("a number of characters is expected here");

    static bool IsTraining(JsonValue? value) =>
        value is not null && (value.AsString() == "training" ? true : throw value.Error($"\"{value.Text}\" is not an availability; write \"training\", or leave it out for a column that is known when a model predicts"));

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
