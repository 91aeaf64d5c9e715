using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>Reads a contract, refusing what it does not understand at the place where it stands.</summary>
public static class ContractReader
{
    /// <exception cref="JsonFormatException">Not JSON, or not a contract.</exception>
    public static DataContract Read(string text)
    {
        var root = JsonReader.Read(text);
        root.AllowOnly("$schema", "format", "dataset", "dialect", "columns", "profile");
        var format = root.Required("format");
        if (format.AsInteger() != DataContract.Format)
            throw format.Error($"this contract has format {format.Text}; this version of Kiln reads format {DataContract.Format}");
        var columns = root.Required("columns");
        var profile = root.Optional("profile");
        profile?.AllowOnly("rows", "columns");
        return new()
        {
            Schema = root.Optional("$schema")?.AsString(),
            Dataset = root.Required("dataset").AsString(),
            Dialect = root.Optional("dialect") is { } dialect ? ReadDialect(dialect) : new(),
            Columns = ReadColumns(columns),
            Rows = profile?.Optional("rows")?.AsInteger() ?? 0,
            Profile = ReadProfile(profile?.Optional("columns")),
        };
    }

    static List<Column> ReadColumns(JsonValue array)
    {
        var (names, properties) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var columns = new List<Column>();
        foreach (var item in array.AsArray())
        {
            var column = ReadColumn(item);
            if (!names.Add(column.Name))
                throw item.Error($"column \"{column.Name}\" stands twice");
            if (!properties.Add(column.Property))
                throw item.Required("property").Error($"property \"{column.Property}\" is used by two columns; give one another name");
            columns.Add(column);
        }
        return columns.Count > 0 ? columns : throw array.Error("a contract needs at least one column");
    }

    static Column ReadColumn(JsonValue item)
    {
        item.AllowOnly(
            "name", "property", "type", "nullable", "role", "unit", "description", "min", "max", "values", "classes", "true", "false", "positive", "missing", "dateFormat");
        var property = item.Required("property");
        if (!Identifier.IsValid(property.AsString()))
            throw property.Error($"\"{property.Text}\" is not a C# identifier");
        if (property.Text.Length > Identifier.Longest)
            throw property.Error($"\"{property.Text.Substring(0, 32)}…\" has {property.Text.Length} letters, and the compiler takes no name that long; write one of at most {Identifier.Longest}");
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
            Values = Strings(item.Optional("values")),
            Classes = Numbers(item.Optional("classes")),
            Positive = item.Optional("positive")?.AsString(),
            TrueText = item.Optional("true")?.AsString(),
            FalseText = item.Optional("false")?.AsString(),
            Missing = item.Optional("missing") is { } missing ? Strings(missing) : null,
            DateFormat = item.Optional("dateFormat")?.AsString(),
            Line = item.Line,
        };
        if (column.Type == ColumnType.Category && column.Values.Count == 0)
            throw item.Error($"category \"{column.Name}\" needs its \"values\"");
        if (column.Type == ColumnType.Boolean && (column.TrueText is null || column.FalseText is null || column.TrueText == column.FalseText))
            throw item.Error($"boolean \"{column.Name}\" needs \"true\" and \"false\": two texts as the file spells them");
        if (column.Classes.Count > 0 && column.Type is not (ColumnType.Number or ColumnType.Integer))
            throw item.Required("classes").Error($"\"classes\" are of number and integer columns, and \"{column.Name}\" is a {Words.Format(column.Type)}; write \"values\" for a category");
        if (column.Positive is not null && !column.LabelValues().Contains(column.Positive))
            throw item.Required("positive").Error(
                $"\"{column.Positive}\" is no value of \"{column.Name}\"{Nearest.Hint(column.Positive, column.LabelValues())}; \"positive\" names one of its two values");
        if (column.Min > column.Max)
            throw item.Required("min").Error($"\"min\" of \"{column.Name}\" is above its \"max\"");
        return column;
    }

    static Dialect ReadDialect(JsonValue value)
    {
        value.AllowOnly("delimiter", "quote", "escape", "decimal", "missing", "dateFormat");
        var standard = new Dialect();
        return new()
        {
            Delimiter = value.Optional("delimiter")?.AsString() ?? standard.Delimiter,
            Quote = value.Optional("quote")?.AsString() ?? standard.Quote,
            Escape = value.Optional("escape")?.AsString() ?? standard.Escape,
            Decimal = value.Optional("decimal")?.AsString() ?? standard.Decimal,
            Missing = Strings(value.Optional("missing")),
            DateFormat = value.Optional("dateFormat")?.AsString(),
        };
    }

    static Dictionary<string, ColumnProfile> ReadProfile(JsonValue? columns)
    {
        var profile = new Dictionary<string, ColumnProfile>(StringComparer.Ordinal);
        if (columns is null)
            return profile;
        foreach (var member in columns.AsObject())
        {
            var value = member.Value;
            value.AllowOnly("missing", "distinct", "min", "max", "mean", "quantiles", "histogram", "top");
            profile[member.Key] = new()
            {
                Missing = value.Required("missing").AsDouble(),
                Distinct = value.Required("distinct").AsInteger(),
                Min = value.Optional("min")?.Text,
                Max = value.Optional("max")?.Text,
                Mean = value.Optional("mean")?.AsDouble(),
                Quantiles = [.. (value.Optional("quantiles")?.AsArray() ?? []).Select(q => q.AsDouble())],
                Histogram = [.. (value.Optional("histogram")?.AsArray() ?? []).Select(h => h.AsInteger())],
                Top = [.. (value.Optional("top")?.AsObject() ?? []).Select(t => new KeyValuePair<string, long>(t.Key, t.Value.AsInteger()))],
            };
        }
        return profile;
    }

    /// <summary>As they are spelled there; two spellings of one number are one class, written twice.</summary>
    static IReadOnlyList<string> Numbers(JsonValue? array)
    {
        var numbers = new Dictionary<double, string>();
        foreach (var item in array?.AsArray() ?? [])
        {
            if (numbers.ContainsKey(item.AsDouble()))
                throw item.Error($"{item.Text} stands twice");
            numbers.Add(item.AsDouble(), item.Text);
        }
        return [.. numbers.Values];
    }

    static IReadOnlyList<string> Strings(JsonValue? array)
    {
        var texts = new List<string>();
        foreach (var item in array?.AsArray() ?? [])
        {
            if (texts.Contains(item.AsString()))
                throw item.Error($"\"{item.Text}\" stands twice");
            texts.Add(item.Text);
        }
        return texts;
    }
}
