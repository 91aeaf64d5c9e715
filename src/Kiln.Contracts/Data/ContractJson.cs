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

    /// <exception cref="JsonFormatException">Not JSON, or not a contract.</exception>
    public static DataContract Read(string text) => Read(JsonReader.Read(text));

    /// <exception cref="JsonFormatException">Not a contract.</exception>
    public static DataContract Read(JsonValue root)
    {
        root.AllowOnly(RootMembers);
        var format = root.Required("format");
        if (format.AsInteger() != DataContract.Format)
            throw format.Error($"this contract has format {format.Text}; this version of Kiln reads format {DataContract.Format}");
        var columns = root.Required("columns");
        var profile = root.Optional("profile");
        profile?.AllowOnly("rows", "accepted", "columns");
        var contract = new DataContract
        {
            Schema = root.Optional("$schema")?.AsString(),
            Dataset = root.Required("dataset").AsString(),
            Dialect = root.Optional("dialect") is { } dialect ? ReadDialect(dialect) : new(),
            NewData = root.Optional("newData") is { } newData ? ReadNewData(newData) : default,
            Columns = ReadColumns(columns),
            Key = root.Optional("key")?.AsDistinctStrings() ?? [],
            Limits = root.Optional("rows") is { } rows ? RowLimitsJson.Read(rows) : null,
            Rules = DataRuleJson.Read(root.Optional("rules")),
            Rows = profile?.Optional("rows")?.AsInteger() ?? 0,
            Accepted = profile?.Optional("accepted")?.AsString(),
            Profile = ProfileJson.Read(profile?.Optional("columns")),
        };
        ContractCheck.Check(root, contract);
        return contract;
    }

    static NewDataSeverity ReadNewData(JsonValue value) => value.AsString() switch
    {
        "warning" => NewDataSeverity.Warning,
        "error" => NewDataSeverity.Error,
        "off" => NewDataSeverity.Off,
        _ => throw value.Error($"\"{value.Text}\" is not a severity; write \"warning\", \"error\" or \"off\""),
    };

    static List<Column> ReadColumns(JsonValue array)
    {
        var (names, properties) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var columns = new List<Column>();
        foreach (var item in array.AsArray())
        {
            var column = ColumnJson.Read(item);
            if (!names.Add(column.Name))
                throw item.Error($"column \"{column.Name}\" occurs twice");
            if (!properties.Add(column.Property))
                throw item.Required("property").Error($"property \"{column.Property}\" is used by two columns; give one of them another name");
            columns.Add(column);
        }
        return columns.Count > 0 ? columns : throw array.Error("a contract needs at least one column");
    }

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
            Missing = value.Optional("missing")?.AsDistinctStrings() ?? [],
            DateFormat = value.Optional("dateFormat")?.AsString(),
        };
    }
}
