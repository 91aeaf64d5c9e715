using Kiln.Contracts.Json;

namespace Kiln.Host.Tests.Interchange;

/// <summary>
/// What the standard demands of the form of a file, as far as Kiln writes one: which members there are, which are required, and which words
/// stand for what. By the tables of the standard's sections Fundamentals, Schema, Data Quality and Custom Properties.
/// </summary>
sealed class StandardForm
{
    static readonly string[] Operators =
        ["mustBe", "mustNotBe", "mustBeGreaterThan", "mustBeGreaterOrEqualTo", "mustBeLessThan", "mustBeLessOrEqualTo", "mustBeBetween", "mustNotBeBetween"];
    static readonly string[] Bounds = ["minimum", "maximum"];

    readonly List<string> _problems = [];
    readonly bool _hasMetrics;

    StandardForm(JsonValue root) => _hasMetrics = root.Required("apiVersion").Text == "v3.1.0";

    /// <summary>One line for each thing that the standard refuses; none for a file of its form.</summary>
    public static IReadOnlyList<string> Problems(JsonValue root)
    {
        var form = new StandardForm(root);
        form.Members(root, "file", required: ["apiVersion", "kind", "id", "version", "status"], optional: ["name", "schema"]);
        foreach (var name in (string[])["apiVersion", "kind", "id", "version", "status", "name"])
            form.Kind(root, name, JsonKind.String);
        foreach (var schemaObject in root.Required("schema").AsArray())
            form.CheckObject(schemaObject);
        return form._problems;
    }

    void CheckObject(JsonValue element)
    {
        Members(element, "object", required: ["name"], optional: ["logicalType", "physicalType", "physicalName", "description", "properties", "quality", "customProperties"]);
        Word(element, "logicalType", "object");
        CheckElement(element);
        foreach (var property in element.Required("properties").AsArray())
            CheckProperty(property);
    }

    void CheckProperty(JsonValue property)
    {
        Members(property, "property", required: ["name"], optional:
        [
            "logicalType", "logicalTypeOptions", "physicalType", "physicalName", "description", "required", "unique", "primaryKey", "primaryKeyPosition",
            "classification", "quality", "customProperties",
        ]);
        CheckElement(property);
        Word(property, "logicalType", ["string", "date", "number", "integer", "boolean", "object", "array", .. (string[])(_hasMetrics ? ["timestamp", "time"] : [])]);
        foreach (var name in (string[])["required", "unique", "primaryKey"])
            Kind(property, name, JsonKind.Boolean);
        Whole(property, "primaryKeyPosition", 1);
        Kind(property, "classification", JsonKind.String);
        if (property.Optional("logicalTypeOptions") is { } options)
            CheckOptions(options, property.Optional("logicalType")?.Text);
    }

    void CheckOptions(JsonValue options, string? type)
    {
        var (isText, isDate) = (type == "string", type is "date" or "timestamp");
        Members(options, $"options of a {type}", required: [], optional: isText ? ["minLength", "maxLength", "pattern"]
            : isDate ? [.. Bounds, "format"]
            : type is "number" or "integer" ? Bounds
            : []);
        Kind(options, "pattern", JsonKind.String);
        Kind(options, "format", JsonKind.String);
        Whole(options, "minLength", 0);
        Whole(options, "maxLength", 0);
        foreach (var bound in Bounds)
            Kind(options, bound, isDate ? JsonKind.String : JsonKind.Number);
    }

    void CheckElement(JsonValue element)
    {
        foreach (var name in (string[])["name", "physicalType", "physicalName", "description"])
            Kind(element, name, JsonKind.String);
        CheckCustom(element);
        foreach (var rule in element.Optional("quality")?.AsArray() ?? [])
            CheckRule(rule);
    }

    void CheckRule(JsonValue rule)
    {
        Word(rule, "type", "library", "sql", "text", "custom");
        var isSql = rule.Optional("type")?.Text == "sql";
        Members(rule, "rule", required: [isSql ? "query" : "metric"], optional: ["type", "name", "description", "severity", "unit", "customProperties", .. isSql ? [] : (string[])["arguments"], .. Operators]);
        Word(rule, "metric", _hasMetrics ? ["nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount"] : []);
        foreach (var name in (string[])["name", "description", "severity", "unit", "query"])
            Kind(rule, name, JsonKind.String);
        Kind(rule, "arguments", JsonKind.Object);
        if (rule.AsObject().Count(member => Operators.Contains(member.Key)) != 1)
            _problems.Add($"({rule.Line}): a rule compares its figure once");
        foreach (var name in Operators.Where(name => !name.EndsWith("Between", StringComparison.Ordinal)))
            Kind(rule, name, JsonKind.Number);
        CheckCustom(rule);
    }

    void CheckCustom(JsonValue element)
    {
        foreach (var property in element.Optional("customProperties")?.AsArray() ?? [])
        {
            // A value may be null, but it must stand there.
            if (property.Members.All(member => member.Key != "value"))
                _problems.Add($"({property.Line}): a custom property has no value");
            Members(property, "custom property", required: ["property"], optional: ["value", "description"]);
            Kind(property, "property", JsonKind.String);
        }
    }

    void Members(JsonValue value, string of, string[] required, string[] optional)
    {
        _problems.AddRange(required.Where(name => value.Optional(name) is null).Select(name => $"({value.Line}): a {of} has a {name}"));
        _problems.AddRange(value.AsObject().Where(member => !required.Contains(member.Key) && !optional.Contains(member.Key)).Select(member => $"({member.Value.Line}): a {of} has no {member.Key}"));
    }

    void Kind(JsonValue value, string name, JsonKind kind)
    {
        if (value.Optional(name) is { } member && member.Kind != kind)
            _problems.Add($"({member.Line}): {name} is a {kind}, not a {member.Kind}");
    }

    void Word(JsonValue value, string name, params string[] words)
    {
        if (value.Optional(name) is { } member && !words.Contains(member.Text))
            _problems.Add($"({member.Line}): {member.Text} is no {name}");
    }

    void Whole(JsonValue value, string name, double least)
    {
        if (value.Optional(name) is { } member && !(member.AsDouble() >= least && member.AsDouble() % 1 == 0))
            _problems.Add($"({member.Line}): {name} is not {member.Text}");
    }
}
