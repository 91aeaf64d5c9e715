using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Quality;

/// <summary>Changes an element's <c>quality</c> list, rule by rule.</summary>
static class QualityList
{
    const string Name = "quality";

    public static YamlNode? Find(YamlNode element, Func<QualityRule, bool> isMeant) =>
        Items(element).Find(item => item.Kind == YamlKind.Mapping && isMeant(new(item.ToJson())));

    public static YamlNode Add(YamlNode element, params ReadOnlySpan<(string Name, YamlNode Value)> members)
    {
        var rule = new YamlNode(YamlKind.Mapping);
        foreach (var (name, value) in members)
            rule.Set(name, value);
        element.Child(Name, YamlKind.Sequence).Items.Add(rule);
        return rule;
    }

    public static void Remove(YamlNode element, Func<QualityRule, bool> isMeant)
    {
        if (Items(element).RemoveAll(item => item.Kind == YamlKind.Mapping && isMeant(new(item.ToJson()))) > 0 && element.Find(Name) is { IsEmpty: true })
            element.Remove(Name);
    }

    static List<YamlNode> Items(YamlNode element) => element.Find(Name) is { Kind: YamlKind.Sequence } list ? list.Items : [];
}
