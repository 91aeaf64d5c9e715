using System.Globalization;

namespace Kiln.Host.Boosters;

/// <summary>A trained booster as LightGBM writes it: the only form that holds all of what was learnt, and loses no digit of it.</summary>
static class BoosterText
{
    /// <summary>Its trees in their order; with several classes one tree a class takes turns.</summary>
    public static IEnumerable<BoosterTree> Trees(string text)
    {
        using var lines = ((IEnumerable<string>)text.Split('\n', StringSplitOptions.TrimEntries)).GetEnumerator();
        while (lines.MoveNext())
        {
            if (!lines.Current.StartsWith("Tree=", StringComparison.Ordinal))
                continue;
            Dictionary<string, string> fields = new(StringComparer.Ordinal);
            while (lines.MoveNext() && lines.Current.Split('=') is [var name, var value])
                fields[name] = value;
            yield return new(fields);
        }
    }

    /// <summary>Whether each tree adds something. Where none does, all count as if they did: a model without trees is none to ML.NET.</summary>
    public static IReadOnlyList<(BoosterTree Tree, bool AddsSomething)> TreesThatAdd(string text)
    {
        List<BoosterTree> trees = [.. Trees(text)];
        var isEmpty = !trees.Exists(IsSome);
        return [.. trees.Select(tree => (tree, isEmpty || IsSome(tree)))];

        static bool IsSome(BoosterTree tree) => tree.Leaves > 1 || tree.LeafValues[0] != 0;
    }

    /// <summary>How many scores it gives.</summary>
    public static int Scores(string text) => int.Parse(Field(text, "num_tree_per_iteration"), CultureInfo.InvariantCulture);

    /// <summary>How many features it reads; a group of one-hot columns that it splits by category is one.</summary>
    public static int Features(string text) => int.Parse(Field(text, "max_feature_idx"), CultureInfo.InvariantCulture) + 1;

    static string Field(string text, string name)
    {
        var start = text.IndexOf('\n' + name + '=', StringComparison.Ordinal);
        if (start < 0)
            throw new InvalidDataException($"LightGBM's model has no {name}");
        start += name.Length + 2;
        return text[start..text.IndexOf('\n', start)].Trim();
    }
}
