using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Diagnostics;
using Kiln.Host.Interchange.Places;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange;

/// <summary>
/// Which of the file's schema objects is the dataset: the one of its name, by either of the names that an object may have, or the only one.
/// </summary>
static class SchemaObject
{
    /// <returns>Its index; -1 where the file has no object.</returns>
    /// <exception cref="BuildException">There are several, and none has the name.</exception>
    public static int Find(JsonValue root, string dataset, string path)
    {
        var objects = root.Optional("schema")?.AsArray() ?? [];
        if (objects.Count <= 1)
            return objects.Count - 1;
        foreach (var name in (string[])["physicalName", "name"])
            for (var i = 0; i < objects.Count; i++)
                if (objects[i].Optional(name)?.Text == dataset)
                    return i;
        var names = objects.Select(item => new Element(item).Text("name")!).ToList();
        throw new BuildException(path, objects[0].Line, objects[0].Column, Ids.SchemaObjectUnknown,
            $"the file describes {Counted.Format(names.Count, "schema object")}, and none is called '{dataset}'{Nearest.Hint(dataset, names)}: {string.Join(", ", names)}; "
            + "give one of them that name, or leave one in the file");
    }

    public static YamlNode FindOrAdd(YamlNode root, string dataset, string path)
    {
        var objects = root.Child("schema", YamlKind.Sequence).Items;
        if (Find(root.ToJson(), dataset, path) is var index and >= 0)
            return objects[index];
        var added = new YamlNode(YamlKind.Mapping);
        added.Set("name", YamlJson.String(dataset));
        added.Set("logicalType", YamlJson.String("object"));
        added.Set("physicalType", YamlJson.String("file"));
        objects.Add(added);
        return added;
    }
}
