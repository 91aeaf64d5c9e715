using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>What an element says in the standard's words, and what in ours.</summary>
static class Reading
{
    public static JsonValue Read(Element element, IEnumerable<IPlace> places)
    {
        var read = Json.Object(element.Json);
        foreach (var place in places)
            read.Set(place.Member, place.Read(element));
        return read;
    }

    /// <summary>Ours win; of an object, member by member, for some of them the standard may say.</summary>
    public static void Override(JsonValue read, IEnumerable<(string Member, JsonValue Value)> properties)
    {
        foreach (var (member, value) in properties)
            if (value.Kind == JsonKind.Object && read.Optional(member) is { Kind: JsonKind.Object } there)
                value.Members.ForEach(part => there.Set(part.Key, part.Value));
            else
                read.Set(member, value.Kind == JsonKind.Null ? null : value);
    }

    /// <summary>What has to be overridden for what was read to be the owner. Both directions are one code's, so nothing can be lost between them.</summary>
    public static List<(string Member, JsonValue Value)> Rest(JsonValue read, JsonValue owner)
    {
        var rest = new List<(string, JsonValue)>();
        foreach (var (member, value) in owner.Members)
            if (value.Kind == JsonKind.Object && read.Optional(member) is { Kind: JsonKind.Object } there)
            {
                var parts = Json.Object(value);
                foreach (var (part, partValue) in Rest(there, value))
                    parts.Set(part, partValue);
                if (parts.Members.Count > 0)
                    rest.Add((member, parts));
            }
            else if (!Json.AreSame(read.Optional(member), value))
                rest.Add((member, value));
        rest.AddRange(read.Members.Where(member => owner.Optional(member.Key) is null).Select(member => (member.Key, Json.Null(member.Value))));
        return rest;
    }
}
