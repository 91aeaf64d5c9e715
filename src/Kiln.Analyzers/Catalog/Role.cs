namespace Kiln.Analyzers.Catalog;

/// <summary>What an estimator takes a column for: its input, the label, the features.</summary>
/// <param name="Name">As the table spells it.</param>
/// <param name="Takes">The types it takes, each with what becomes of it.</param>
sealed record Role(string Name, IReadOnlyDictionary<ViewType, OutputRule> Takes)
{
    public const string Input = "input";
    public const string Label = "label";
    public const string Features = "features";

    /// <summary>What becomes of a column of that type; null where the estimator does not take it.</summary>
    public OutputRule? For(ViewType type)
    {
        if (Takes.TryGetValue(type, out var rule) || type.KeyValues is null)
            return rule;
        // Keys of other numbers are probed without values, which change nothing but what they are mapped back to.
        if (type.IsKey && type.Item != ViewType.PlainKey)
            return For(type with { Item = ViewType.PlainKey });
        // Keys are probed with values of two types: where these do not differ, of any, and else the one that is not text stands for the others.
        return Takes.TryGetValue(type with { KeyValues = "" }, out rule) || Takes.TryGetValue(type with { KeyValues = "float" }, out rule) ? rule : null;
    }

    /// <summary>What it takes, as a message says it.</summary>
    public string Words
    {
        get
        {
            var items = Takes.Keys.GroupBy(static type => type.ItemWords)
                .Select(static item => item.Any(static type => type.Shape == Shape.Scalar) ? item.Key : $"a vector of {item.Key}")
                .ToList();
            return string.Join(" or ", items.Count <= 4 ? items : [.. items.Take(4), "the like"]);
        }
    }
}
