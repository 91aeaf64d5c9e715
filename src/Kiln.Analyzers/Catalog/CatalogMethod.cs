namespace Kiln.Analyzers.Catalog;

/// <summary>What one method of a catalog does with columns.</summary>
sealed class CatalogMethod
{
    readonly Dictionary<string, Role> _roles = [];
    readonly Dictionary<string, string> _outputs = [];
    readonly Dictionary<string, string> _options = [];
    readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    /// <summary>The columns it adds under names of its own; <c>item</c> is the label's type.</summary>
    public IReadOnlyDictionary<string, string> Outputs => _outputs;

    /// <summary>The names its options have where nobody sets them, by field; empty for none.</summary>
    public IReadOnlyDictionary<string, string> Options => _options;

    /// <summary>Estimators that an argument makes of it, by <c>parameter=value</c>.</summary>
    public Dictionary<string, CatalogMethod> Variants { get; } = [];

    /// <summary>Whether it is known what columns it takes.</summary>
    public bool IsKnown => _roles.Count > 0;

    /// <summary>Whether it learns from features.</summary>
    public bool IsTrainer => Outputs.ContainsKey("Score");

    public bool IsScaleSensitive { get; private set; }

    public bool TakesMissing { get; private set; } = true;

    /// <param name="tag">One of <see cref="Tag"/>.</param>
    public bool Has(string tag) => _tags.Contains(tag);

    /// <summary>Adds what is true of it in every variant.</summary>
    public void State(IEnumerable<string> tags)
    {
        _tags.UnionWith(tags);
        foreach (var variant in Variants.Values)
            variant.State(tags);
    }

    public Role? Role(string name) => _roles.TryGetValue(name, out var role) ? role : null;

    /// <summary>Reads one line of the table.</summary>
    public void Read(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (line == "scale-sensitive")
            IsScaleSensitive = true;
        else if (line == "cannot take missing values")
            TakesMissing = false;
        else if (line.StartsWith("options ", StringComparison.Ordinal))
            foreach (var option in line.Split(' ').Skip(1))
                _options[option.Substring(0, option.IndexOf('='))] = option.Substring(option.IndexOf('=') + 1);
        else if (line.StartsWith("output ", StringComparison.Ordinal))
            _outputs[line.Substring(7, colon - 7)] = line.Substring(colon + 2);
        else if (colon > 0)
            Take(line.Substring(0, colon).Split(' ')[0], line.Substring(colon + 2));
        else
            _tags.Add(line);
    }

    void Take(string name, string text)
    {
        var arrow = text.IndexOf(" -> ", StringComparison.Ordinal);
        var words = arrow < 0 ? ["item"] : text.Substring(arrow + 4).Split(' ');
        var rule = new OutputRule(words[0], words.Contains("normalized"), words.Contains("keeps-missing"));
        if (!_roles.TryGetValue(name, out var role))
            _roles.Add(name, role = new(name, new Dictionary<ViewType, OutputRule>()));
        foreach (var type in (arrow < 0 ? text : text.Substring(0, arrow)).Split([' '], StringSplitOptions.RemoveEmptyEntries))
            foreach (var expanded in Expand(type))
                ((Dictionary<ViewType, OutputRule>)role.Takes)[expanded] = rule;
    }

    static IEnumerable<ViewType> Expand(string type) => type.EndsWith("*", StringComparison.Ordinal)
        ? new[] { Shape.Scalar, Shape.Vector, Shape.Unsized }.Select(ViewType.Parse(type.TrimEnd('*')).As)
        : [ViewType.Parse(type)];
}
