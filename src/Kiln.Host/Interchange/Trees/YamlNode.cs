using YamlDotNet.Core;

namespace Kiln.Host.Interchange.Trees;

/// <summary>
/// A node of a YAML document that knows where it stood and how it was spelled: what nobody changes is written again as it was, a plain
/// <c>2024-12-31</c> plain and a quoted one quoted, because programs differ in what they take a plain one for.
/// </summary>
sealed class YamlNode(YamlKind kind)
{
    public YamlKind Kind { get; } = kind;

    /// <summary>A scalar's characters.</summary>
    public string Text { get; init; } = "";

    public ScalarStyle Style { get; init; } = ScalarStyle.Plain;

    /// <summary>The tag, written out; empty for none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Whether a collection is written in brackets.</summary>
    public bool Flow { get; init; }

    public int Line { get; init; }

    public int Column { get; init; }

    public List<YamlNode> Items { get; } = [];

    /// <summary>A key is a node too, for its spelling; no two have the same text.</summary>
    public List<KeyValuePair<YamlNode, YamlNode>> Members { get; } = [];

    public bool IsEmpty => Items.Count == 0 && Members.Count == 0;

    public YamlNode? Find(string name) => Members.FirstOrDefault(member => member.Key.Text == name).Value;

    /// <summary>In the place of the member of that name, or behind all.</summary>
    public YamlNode Set(string name, YamlNode value)
    {
        var index = Members.FindIndex(member => member.Key.Text == name);
        if (index >= 0)
            Members[index] = new(Members[index].Key, value);
        else
            Members.Add(new(new(YamlKind.Scalar) { Text = name }, value));
        return value;
    }

    public void Remove(string name) => Members.RemoveAll(member => member.Key.Text == name);

    /// <summary>The collection of that name, a new one where there is none.</summary>
    public YamlNode Child(string name, YamlKind kind) =>
        Find(name) is { } child && child.Kind == kind ? child : Set(name, new(kind));
}
