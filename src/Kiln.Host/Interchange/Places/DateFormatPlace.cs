using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>How a column writes dates: the standard has Java's patterns.</summary>
sealed class DateFormatPlace : IPlace
{
    const string Option = "format";

    public string Member => "dateFormat";

    public JsonValue? Read(Element element)
    {
        if (TypePlace.Spelled(element) is not { Type: "date-time" } || element.Options?.Optional(Option) is not { Kind: JsonKind.String } java
            || JavaDatePattern.ToStrptime(java.Text) is not { } format)
            return null;
        element.Option(Option, JsonKind.String);
        return Json.String(format, java);
    }

    public void Write(YamlNode element, JsonValue? value, JsonValue owner)
    {
        if (value is { Kind: JsonKind.String } && TypePlace.Spelled(new(element.ToJson())) is { Type: "date-time" } && JavaDatePattern.FromStrptime(value.Text) is { } java)
            Options.Set(element, owner, Option, YamlJson.String(java));
        else if (Read(new(element.ToJson())) is not null)
            Options.Remove(element, Option);
    }
}
