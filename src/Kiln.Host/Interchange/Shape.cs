using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Quality;

namespace Kiln.Host.Interchange;

/// <summary>
/// What is read must be what the standard says it is: <c>required: yes</c> is a text in YAML 1.2, and a text there would mean nothing. What is
/// not read may be anything.
/// </summary>
static class Shape
{
    static readonly string[] Texts = ["logicalType", "physicalName", "physicalType", "description", "classification"];
    static readonly string[] Truths = ["required", "unique", "primaryKey"];

    /// <exception cref="JsonFormatException">Something is of another kind.</exception>
    public static void Check(JsonValue root)
    {
        foreach (var schemaObject in root.Optional("schema")?.AsArray() ?? [])
        {
            CheckElement(schemaObject);
            foreach (var property in schemaObject.Optional("properties")?.AsArray() ?? [])
                CheckElement(property);
        }
    }

    static void CheckElement(JsonValue element)
    {
        if (element.Required("name").AsString().Length == 0)
            throw element.Required("name").Error("a name is expected here");
        foreach (var name in Texts)
            element.Optional(name)?.AsString();
        foreach (var name in Truths)
            element.Optional(name)?.AsBoolean();
        element.Optional("primaryKeyPosition")?.AsDouble();
        foreach (var (_, option) in element.Optional("logicalTypeOptions")?.AsObject() ?? [])
            CheckNumber(option);
        foreach (var rule in element.Optional("quality")?.AsArray() ?? [])
            CheckRule(rule);
        foreach (var property in element.Optional("customProperties")?.AsArray() ?? [])
            property.Required("property").AsString();
    }

    static void CheckRule(JsonValue rule)
    {
        foreach (var name in (string[])["metric", "type", "unit", "query"])
            rule.Optional(name)?.AsString();
        rule.Optional("arguments")?.AsObject();
        foreach (var figure in Operator.Names.Select(rule.Optional).OfType<JsonValue>())
            foreach (var number in figure.Items.Append(figure))
                CheckNumber(number);
    }

    /// <summary>Some places take only numbers, others only texts; a number must be one that can be computed with.</summary>
    static void CheckNumber(JsonValue value)
    {
        if (value.Kind == JsonKind.Number)
            value.AsDouble();
    }
}
