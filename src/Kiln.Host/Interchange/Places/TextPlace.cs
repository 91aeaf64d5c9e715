using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>A text that both have under the same name.</summary>
/// <param name="member">The name.</param>
/// <param name="words">The only ones the contract knows, where the standard takes any; empty for all.</param>
sealed class TextPlace(string member, params string[] words) : IPlace
{
    public string Member => member;

    public JsonValue? Read(Element element) =>
        element.Member(member, JsonKind.String) is { } text && (words.Length == 0 || words.Contains(text.Text)) ? text : null;

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        if (value is null)
            element.Remove(member);
        else if (value.Kind == JsonKind.String)
            element.Set(member, value.ToYaml());
    }
}
