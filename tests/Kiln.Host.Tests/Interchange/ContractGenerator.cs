using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Tests.Interchange;

/// <summary>Contracts with everything in them that a contract can say, awkward texts and numbers included.</summary>
sealed class ContractGenerator(int seed)
{
    static readonly string[] Types = ["number", "integer", "boolean", "category", "text", "date-time"];
    static readonly string[] Texts = ["a", "", " b", "no", "1.0", "2024-12-31", "null", "Größe: 1 # x", "'", "\"\\", "line\nbreak", "日本", "- x", "{}", "~", "\t", "1e5", "=", "%d"];
    static readonly double[] Numbers = [0, -1, 0.1, 1e-7, 1e300, 5e-324, 123456789.125, -0.07, 1e21];
    static readonly JsonValue Nowhere = new(JsonKind.Null, "null", 1, 1);

    readonly Random _random = new(seed);

    /// <summary>The text that Kiln writes of it.</summary>
    public string Next()
    {
        var contract = Json.Object(Nowhere);
        if (Maybe())
            contract.Set("$schema", Text("../obj/kiln/contract.schema.json"));
        contract.Set("format", Number(1));
        contract.Set("dataset", Text(Maybe() ? "data" : "Data: 2"));
        contract.Set("dialect", Object(("delimiter", Text(Any(",", ";", "\t"))), ("decimal", Text(Any(".", ","))), ("missing", Maybe() ? List("NA", "?") : null), ("dateFormat", Maybe() ? Text("%d.%m.%Y") : null)));
        if (Maybe())
            contract.Set("newData", Text(Any("error", "off")));
        var columns = Enumerable.Range(0, _random.Next(1, 8)).Select(Column).ToList();
        contract.Set("columns", Json.Array(columns, Nowhere));
        var required = columns.Where(column => column.Required("nullable").Text == "false" && column.Required("role").Text != "ignore").Select(column => column.Required("name").Text).ToList();
        SetRoot("key", required.Count > 0 ? List([.. required.AsEnumerable().Reverse()]) : null);
        SetRoot("rows", Object(("min", Maybe() ? Number(_random.Next(1000)) : null), ("perFile", Maybe() ? Object(("min", Number(1)), ("max", Maybe() ? Number(9) : null)) : null), ("duplicates", Maybe() ? Number(0.07) : null),
            ("latest", columns.Any(column => column.Required("role").Text == "time") && Maybe() ? Text("P31D") : null), ("severity", Maybe() ? Text("warning") : null)));
        SetRoot("rules", Json.Array(Enumerable.Range(0, _random.Next(3)).Select(i => Object(
            ("name", Text($"rule {i}: {Any(Texts)}")), ("sql", Text(Any("a <= b", "(a) OR (b = 'x; -- {y}')", "NOT (a = 1)", "a IS NULL OR length(a) < 3"))),
            ("description", Maybe() ? Text("why") : null), ("tolerance", Maybe() ? Number(0.07) : null), ("severity", Maybe() ? Text("warning") : null))), Nowhere));
        if (Maybe())
            contract.Set("profile", Object(("rows", Number(10)), ("accepted", Maybe() ? Text("2024-12-31") : null), ("columns", Object([.. columns.Select(column => (column.Required("name").Text, (JsonValue?)Profile(column.Required("type").Text)))]))));
        return ContractJson.Write(ContractJson.Read(contract.Show()));

        void SetRoot(string member, JsonValue? value)
        {
            if (ContractJson.Members.Contains(member) && Maybe())
                contract.Set(member, value);
        }
    }

    JsonValue Column(int index)
    {
        var (type, nullable) = (Any(Types), Maybe());
        var role = Any("feature", "feature", "id", "ignore", index > 0 ? "feature" : type switch { "date-time" => "time", "number" => "weight", _ => "group" });
        var column = Object(("name", Text($"{index} {Any(Texts)}")), ("property", Text($"P{index}")), ("type", Text(type)), ("nullable", Bool(nullable)), ("role", Text(role)));
        Set("unit", Text("mm"));
        Set("description", Text(Any(Texts)));
        Set("missing", List("NA", "1.0", " "));
        var isNumber = type is "number" or "integer";
        if (isNumber && Maybe())
            column.Set("min", Number(-1e301));
        if (isNumber && Maybe())
            column.Set("max", Number(Any(Numbers)));
        if (isNumber && Maybe())
            column.Set("classes", Json.Array([Number(-1), Number(0.5)], Nowhere));
        if (type == "boolean")
            With(column, ("true", Text("yes")), ("false", Text("no")));
        if (type == "category")
            column.Set("values", List([.. Texts.Order(StringComparer.Ordinal).Where(text => text.Trim() == text).Skip(_random.Next(3)).Take(_random.Next(1, 5))]));
        if (type == "date-time" && Maybe())
            column.Set("min", Text("2020-01-01"));
        if (type == "date-time" && Maybe())
            column.Set("max", Text("2024-12-31T23:59:59"));
        if (type == "date-time")
            Set("dateFormat", Text(Any("%d.%m.%Y", "%Y-%m-%dT%H:%M:%S", "%b %d '%y", "%I%p")));
        if (type is "category" or "text")
        {
            Check("pattern", Text(Any("[A-Z]{2}'\\d+", "^a|b$", "^(?:x)$", "^[a|)]+$")));
            Check("minLength", Number(0));
            Check("maxLength", Number(20));
        }
        if (type == "category")
            Check("open", Bool(true));
        if (type == "text")
            Check("trim", Bool(false));
        if (type == "number")
            Check("thousands", Text("'"));
        if (type == "number")
            Check("decimal", Text(Any(",", ".")));
        if (isNumber)
            Check("symbols", List("$", "%", "yes", "#"));
        if (nullable)
            Check("maxMissing", Number(Any(0, 0.07, 1.0 / 3, 1)));
        Check("unique", Bool(true));
        Check("classification", Text(Any("personal", "sensitive")));
        Check("availability", Text("training"));
        Check("tolerance", Number(0.05));
        Check("severity", Text("warning"));
        return column;

        void Set(string member, JsonValue value)
        {
            if (Maybe())
                column.Set(member, value);
        }

        void Check(string member, JsonValue value)
        {
            if (ContractJson.ColumnMembers.Contains(member) && role != "ignore")
                Set(member, value);
        }
    }

    static JsonValue Profile(string type) => Object(
        ("missing", Number(0.25)), ("distinct", Number(3)),
        ("min", type is "number" or "integer" ? Number(1e-7) : type == "date-time" ? Text("2024-01-01") : null),
        ("histogram", Json.Array([Number(1), Number(2)], Nowhere)), ("top", Object(("no", Number(2)), ("", Number(1)))));

    bool Maybe() => _random.Next(2) == 0;

    T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    static JsonValue With(JsonValue value, params (string Name, JsonValue? Value)[] members)
    {
        foreach (var (name, member) in members)
            value.Set(name, member);
        return value;
    }

    static JsonValue Object(params (string Name, JsonValue? Value)[] members) => With(Json.Object(Nowhere), members);

    static JsonValue List(params string[] texts) => Json.Array(texts.Select(Text), Nowhere);

    static JsonValue Text(string text) => Json.String(text, Nowhere);

    static JsonValue Bool(bool value) => Json.Boolean(value, Nowhere);

    static JsonValue Number(double value) => new(JsonKind.Number, value.ToString("R", CultureInfo.InvariantCulture), 1, 1);
}
