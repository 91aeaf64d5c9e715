namespace Kiln.Host.Interchange.Trees;

/// <summary>The tags of YAML's core schema, and the one of dates, which older programs write.</summary>
static class YamlTags
{
    const string Prefix = "tag:yaml.org,2002:";

    public const string String = Prefix + "str";

    static readonly string[] Known = ["str", "int", "float", "bool", "null", "map", "seq", "timestamp"];

    public static bool IsKnown(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal) && Known.Contains(tag[Prefix.Length..]);
}
