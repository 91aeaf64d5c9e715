using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>
/// How a contract stands in its file, as people review it: one line a column, what people own first, what was observed last. What is not
/// understood is refused at the place where it stands.
/// </summary>
public static class ContractJson
{
    static readonly string[] RootMembers = ["$schema", "format", "dataset", "dialect", "newData", "columns", "key", "rows", "rules", "profile"];

    /// <summary>What a contract can say, by its members' names; other forms of a contract are read as far as this goes.</summary>
    public static IReadOnlyList<string> Members => RootMembers;

    /// <summary>What a contract can say about a column.</summary>
    public static IReadOnlyList<string> ColumnMembers => ColumnJson.Members;

    public static string Write(DataContract contract)
    {
        var json = new JsonWriter().Object();
        if (contract.Schema is not null)
            json.Name("$schema").Value(contract.Schema);
        json.Name("format").Value(DataContract.Format);
        json.Name("dataset").Value(contract.Dataset);
        Write(json, contract.Dialect);
        if (contract.NewData != default)
            json.Name("newData").Value(contract.NewData.ToString().ToLowerInvariant());
        json.Name("columns").Array();
        foreach (var column in contract.Columns)
            ColumnJson.Write(json, column);
        json.End();
        if (contract.Key.Count > 0)
            json.Name("key").Strings(contract.Key);
        if (contract.Limits is not null)
            RowLimitsJson.Write(json.Name("rows"), contract.Limits);
        if (contract.Rules.Count > 0)
        {
            json.Name("rules").Array();
            foreach (var rule in contract.Rules)
                DataRuleJson.Write(json, rule);
            json.End();
        }
        if (contract.Profile.Count > 0)
        {
            json.Name("profile").Object().Name("rows").Value(contract.Rows);
            if (contract.Accepted is not null)
                json.Name("accepted").Value(contract.Accepted);
            json.Name("columns").Object();
            foreach (var column in contract.Columns)
                if (contract.Profile.TryGetValue(column.Name, out var profile))
                    ProfileJson.Write(json.Name(column.Name), column, profile);
            json.End().End();
        }
        return json.End().ToString();
    }

    /// <exception cref="JsonFormatException">Not JSON, or not a contract; has all that is wrong with it.</exception>
    public static DataContract Read(string text) => Read(JsonReader.Read(text));

    /// <exception cref="JsonFormatException">Not a contract; has all that is wrong with it.</exception>
    public static DataContract Read(JsonValue root)
    {
        var errors = new JsonErrors();
        var contract = Read(root, errors);
        errors.ThrowIfAny();
        return contract!.Contract;
    }

    /// <summary>The contract as far as it can be read; null where it is none, or one of another format.</summary>
    /// <param name="errors">Takes what is wrong.</param>
    public static ContractPart? Read(JsonValue root, JsonErrors errors)
    {
        if (root.Kind != JsonKind.Object)
        {
            errors.Add(root.Error("an object is expected here"));
            return null;
        }
        if (root.Optional("format") is { Kind: JsonKind.Number } format && errors.Try(() => (long?)format.AsInteger()) is var number and not DataContract.Format)
        {
            // In another format other members are right.
            if (number is not null)
                errors.Add(format.Error($"this contract has format {format.Text}; this version of Kiln reads format {DataContract.Format}"));
            return null;
        }
        errors.AllowOnly(root, RootMembers);
        errors.Try(() => root.Required("format").AsInteger());
        var profile = errors.Try(() => root.Optional("profile"));
        if (profile is not null)
            errors.AllowOnly(profile, "rows", "accepted", "columns");
        var (columns, unclear) = ReadColumns(root, errors);
        var contract = new DataContract
        {
            Schema = errors.Try(() => root.Optional("$schema")?.AsString()),
            Dataset = errors.Try(() => root.Required("dataset").AsString())!,
            Dialect = root.Optional("dialect") is { } dialect ? ReadDialect(dialect, errors) : new(),
            NewData = root.Optional("newData") is { } newData ? errors.Try(() => ReadNewData(newData)) : default,
            Columns = [.. columns.Select(column => column.Read)],
            Key = errors.Try(() => root.Optional("key")?.AsDistinctStrings()) ?? [],
            Limits = root.Optional("rows") is { } rows ? RowLimitsJson.Read(rows, errors) : null,
            Rules = DataRuleJson.Read(root.Optional("rules"), errors),
            Rows = errors.Try(() => profile?.Optional("rows")?.AsInteger()) ?? 0,
            Accepted = errors.Try(() => profile?.Optional("accepted")?.AsString()),
            Profile = ProfileJson.Read(errors.Try(() => profile?.Optional("columns")), errors),
        };
        ContractCheck.CheckColumns(columns, contract.Dialect, errors);
        var part = new ContractPart(contract, unclear);
        if (unclear is not null)
            ContractCheck.CheckReferences(root, part, errors);
        return part;
    }

    static NewDataSeverity ReadNewData(JsonValue value) => value.AsString() switch
    {
        "warning" => NewDataSeverity.Warning,
        "error" => NewDataSeverity.Error,
        "off" => NewDataSeverity.Off,
        _ => throw value.Error($"\"{value.Text}\" is not a severity; write \"warning\", \"error\" or \"off\""),
    };

    /// <summary>Those that can be read, with where they stand; and the names of those that cannot, or null where one has none.</summary>
    static (List<(JsonValue Item, Column Read)> Columns, IReadOnlyList<string>? Unclear) ReadColumns(JsonValue root, JsonErrors errors)
    {
        var (names, properties) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var unclear = new List<string>();
        var columns = new List<(JsonValue Item, Column Read)>();
        var array = errors.Try(() => root.Required("columns"));
        var items = errors.Try(() => array?.AsArray());
        if (items is { Count: 0 })
            errors.Add(array!.Error("a contract needs at least one column"));
        var areNamed = items is { Count: > 0 };
        foreach (var item in items ?? [])
        {
            var column = ColumnJson.Read(item, errors);
            var name = column?.Name ?? NameOf(item);
            areNamed &= name is not null;
            var isFirst = name is null || names.Add(name);
            if (!isFirst)
                errors.Add(item.Error($"column \"{name}\" occurs twice"));
            else if (column is not null && !properties.Add(column.Property))
                errors.Add(item.Required("property").Error($"property \"{column.Property}\" is used by two columns; give one of them another name"));
            if (name is not null && (column is null || !isFirst))
                unclear.Add(name);
            if (column is not null)
                columns.Add((item, column));
        }
        return (columns, areNamed ? unclear : null);
    }

    static string? NameOf(JsonValue item) =>
        item.Kind == JsonKind.Object && item.Optional("name") is { Kind: JsonKind.String, Text.Length: > 0 } name ? name.Text : null;

    static void Write(JsonWriter json, Dialect dialect)
    {
        json.Name("dialect").Object(oneLine: true);
        json.Name("delimiter").Value(dialect.Delimiter);
        json.Name("quote").Value(dialect.Quote);
        json.Name("escape").Value(dialect.Escape);
        if (dialect.Decimal != ".")
            json.Name("decimal").Value(dialect.Decimal);
        if (dialect.Missing.Count > 0)
            json.Name("missing").Strings(dialect.Missing);
        if (dialect.DateFormat is not null)
            json.Name("dateFormat").Value(dialect.DateFormat);
        json.End();
    }

    static Dialect ReadDialect(JsonValue value, JsonErrors errors)
    {
        errors.AllowOnly(value, "delimiter", "quote", "escape", "decimal", "missing", "dateFormat");
        var standard = new Dialect();
        if (value.Kind != JsonKind.Object)
            return standard;
        return new()
        {
            Delimiter = Text("delimiter") ?? standard.Delimiter,
            Quote = Text("quote") ?? standard.Quote,
            Escape = Text("escape") ?? standard.Escape,
            Decimal = Text("decimal") ?? standard.Decimal,
            Missing = errors.Try(() => value.Optional("missing")?.AsDistinctStrings()) ?? [],
            DateFormat = Text("dateFormat"),
        };

        string? Text(string member) => errors.Try(() => value.Optional(member)?.AsString());
    }
}
