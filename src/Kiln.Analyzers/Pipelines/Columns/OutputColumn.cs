using System.Collections.Immutable;
using Kiln.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>The column that an estimator makes of others.</summary>
static class OutputColumn
{
    /// <param name="inputs">By the names the estimator gives; null where they cannot be known, and so is each column of which nothing is.</param>
    public static ViewColumn Create(string name, IReadOnlyList<(ColumnName Name, ViewColumn? Column)>? inputs, Role role)
    {
        if (inputs is null || inputs.Count == 0)
            return ViewColumn.Made(name, null);
        var sources = Sources(inputs);
        if (inputs.Any(static input => input.Column?.Type is null))
            return ViewColumn.Made(name, null) with { Sources = sources };
        var known = inputs.Select(static input => input.Column!).ToList();
        var rules = known.Select(input => role.For(input.Type!.Value)!).ToList();
        // One vector without a size makes the whole one without a size.
        var leading = Math.Max(0, known.FindIndex(static input => input.Type!.Value.Shape == Shape.Unsized));
        var missing = known.Zip(rules, static (input, rule) => rule.KeepsMissing ? input.Missing : ImmutableHashSet<string>.Empty).SelectMany(static names => names);
        return new(name, rules[leading].Apply(known[leading].Type!.Value), sources, Scale(known, rules), missing.ToImmutableHashSet());
    }

    static ImmutableDictionary<string, SyntaxNode?> Sources(IReadOnlyList<(ColumnName Name, ViewColumn? Column)> inputs)
    {
        var sources = ImmutableDictionary.CreateBuilder<string, SyntaxNode?>();
        foreach (var (name, column) in inputs)
            foreach (var source in column?.Sources ?? ImmutableDictionary<string, SyntaxNode?>.Empty)
                sources[source.Key] = inputs.Count == 1 ? source.Value ?? name.Where : name.Where;
        return sources.ToImmutable();
    }

    static Scaling Scale(List<ViewColumn> inputs, List<OutputRule> rules)
    {
        if (rules.All(static rule => rule.Normalized))
            return Scaling.Scaled;
        // Estimators that only copy or join values keep their scale; of others nothing is known.
        if (!rules.All(static rule => rule.Pattern.StartsWith("item", StringComparison.Ordinal)))
            return Scaling.Unknown;
        return inputs.All(static input => input.Scaling == Scaling.Scaled) ? Scaling.Scaled
            : inputs.Any(static input => input.Scaling == Scaling.Unknown) ? Scaling.Unknown
            : Scaling.Raw;
    }
}
