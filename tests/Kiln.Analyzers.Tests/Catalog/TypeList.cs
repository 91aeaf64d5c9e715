using Kiln.Analyzers.Catalog;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>Writes a set of types in short: <c>float*</c> is float in every shape, <c>key&lt;&gt;</c> a key whose values are known, whatever their type.</summary>
static class TypeList
{
    public static string Write(IEnumerable<ViewType> types)
    {
        var items = types.GroupBy(static type => type.ItemNotation).ToDictionary(static item => item.Key, static item => Shapes(item.Select(static type => type.Shape)));
        if (items.TryGetValue("key<text>", out var text) && items.TryGetValue("key<float>", out var number) && text == number)
            (items["key<>"], _) = (text, items.Remove("key<text>") && items.Remove("key<float>"));
        var ordered = items.Keys.OrderBy(static item => Array.FindIndex(ProbeColumn.All, column => column.Type.ItemNotation == item.Replace("<>", "<text>")));
        return string.Join(" ", ordered.SelectMany(item => items[item] == "*" ? [$"{item}*"] : items[item].Split('|').Select(shape => item + shape)));
    }

    static string Shapes(IEnumerable<Shape> shapes)
    {
        var all = shapes.Distinct().Order().ToList();
        return all.Count == 3 ? "*" : string.Join("|", all.Select(ViewType.Suffix));
    }
}
