using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>A member of <c>logicalTypeOptions</c>.</summary>
/// <param name="member">Its name here and there.</param>
/// <param name="kind">What it holds.</param>
/// <param name="logicalTypes">The types that have it; the standard refuses it to others.</param>
sealed class OptionPlace(string member, JsonKind kind, params string[] logicalTypes) : IPlace
{
    public string Member => member;

    public JsonValue? Read(Element element) => Has(element) ? element.Option(member, kind) : null;

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        if (value is null)
            Options.Remove(element, member);
        else if (value.Kind == kind && Has(new(element.ToJson())))
            Options.Set(element, owner, member, value.ToYaml());
    }

    bool Has(Element element) => TypePlace.Spelled(element) is { Type: { } type } && logicalTypes.Contains(LogicalTypes.FromType(type));
}
