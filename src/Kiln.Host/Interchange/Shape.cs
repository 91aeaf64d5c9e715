using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Places;

namespace Kiln.Host.Interchange;

/// <summary>
/// What is read must be what the standard says it is: <c>required: yes</c> is a text in YAML 1.2, and a text there would mean nothing. What is
/// not read may be anything.
/// </summary>
static class Shape
{
    static readonly string[] Texts = ["physicalName", "physicalType", "description", "classification"];
    static readonly string[] Truths = ["required", "unique", "primaryKey"];

    /// <exception cref="JsonFormatException">Something is of another kind; has all of it.</exception>
    public static void Check(JsonValue root)
    {
        var errors = new JsonErrors();
        foreach (var schemaObject in Items(root, "schema", errors))
        {
            CheckElement(schemaObject, errors);
            foreach (var property in Items(schemaObject, "properties", errors))
                CheckElement(property, errors);
        }
        errors.ThrowIfAny();
    }

    static void CheckElement(JsonValue element, JsonErrors errors)
    {
        if (element.Kind != JsonKind.Object)
        {
            errors.Try(() => element.AsObject());
            return;
        }
        errors.Try(() =>
        {
            if (element.Required("name") is var name && name.AsString().Length == 0)
                throw name.Error("a name is expected here");
        });
        foreach (var name in Texts)
            errors.Try(() => element.Optional(name)?.AsString());
        foreach (var name in Truths)
            errors.Try(() => element.Optional(name)?.AsBoolean());
        errors.Try(() => element.Optional("primaryKeyPosition")?.AsDouble());
        var type = errors.Try(() => LogicalType(element.Optional("logicalType")));
        foreach (var option in errors.Try(() => element.Optional("logicalTypeOptions")?.AsObject()) ?? [])
            errors.Try(() => BoundShape.CheckOption(type, option.Key, option.Value));
        foreach (var rule in Items(element, "quality", errors))
            CheckRule(rule, errors);
        foreach (var property in Items(element, "customProperties", errors))
            errors.Try(() => property.Required("property").AsString());
    }

    static string? LogicalType(JsonValue? type) =>
        type is null || LogicalTypes.Names.Contains(type.AsString()) ? type?.Text
        : throw type.Error($"\"{type.Text}\" is no logicalType of the standard{Nearest.Hint(type.Text, LogicalTypes.Names)}; use one of {string.Join(", ", LogicalTypes.Names)}");

    static void CheckRule(JsonValue rule, JsonErrors errors)
    {
        if (rule.Kind != JsonKind.Object)
        {
            errors.Try(() => rule.AsObject());
            return;
        }
        foreach (var name in (string[])["metric", "type", "unit", "query"])
            errors.Try(() => rule.Optional(name)?.AsString());
        errors.Try(() => rule.Optional("arguments")?.AsObject());
        BoundShape.CheckFigures(rule, errors);
    }

    static IReadOnlyList<JsonValue> Items(JsonValue owner, string name, JsonErrors errors) =>
        errors.Try(() => (owner.Kind == JsonKind.Object ? owner.Optional(name) : null)?.AsArray()) ?? [];
}
