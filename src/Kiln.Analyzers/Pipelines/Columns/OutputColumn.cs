using System.Collections.Immutable;
using Kiln.Analyzers.Pipelines.Table;
using Kiln.Analyzers.Pipelines.Types;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>The column that a step makes of others.</summary>
static class OutputColumn
{
    /// <param name="inputs">Null where they are not known; so is each that is not.</param>
    public static ViewColumn Of(string name, IReadOnlyList<ViewColumn?>? inputs, Role role)
    {
        if (inputs is null || inputs.Count == 0 || inputs.Any(static input => input is null))
            return new(name, null);
        var known = inputs.Select(static input => input!).ToList();
        var sources = known.Any(static input => input.Sources is null)
            ? null
            : known.Aggregate(ImmutableHashSet<string>.Empty, static (all, input) => all.Union(input.Sources!));
        if (known.Any(static input => input.Type is null))
            return new(name, null, sources);
        var rules = known.Select(input => role.For(input.Type!.Value)!).ToList();
        var type = known.Any(static input => input.Type!.Value.Shape == Shape.Unsized)
            ? rules[known.FindIndex(static input => input.Type!.Value.Shape == Shape.Unsized)].Apply(known.First(static input => input.Type!.Value.Shape == Shape.Unsized).Type!.Value)
            : rules[0].Apply(known[0].Type!.Value);
        return new(name, type, sources, Scale(known, rules), known.Zip(rules, static (input, rule) => input.MayMiss && rule.KeepsMissing).Any(static misses => misses));
    }

    static Scaling Scale(List<ViewColumn> inputs, List<OutputRule> rules)
    {
        if (rules.All(static rule => rule.Normalized))
            return Scaling.Scaled;
        // Steps that only copy or join values keep their scale; of others nothing is known.
        if (!rules.All(static rule => rule.Pattern.StartsWith("item", StringComparison.Ordinal)))
            return Scaling.Unknown;
        return inputs.All(static input => input.Scaling == Scaling.Scaled) ? Scaling.Scaled
            : inputs.Any(static input => input.Scaling == Scaling.Unknown) ? Scaling.Unknown
            : Scaling.Raw;
    }
}
