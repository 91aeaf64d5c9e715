using Kiln.Analyzers.Catalog;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>How an output's type follows from an input's, in the words of the table.</summary>
sealed record OutputPattern(string Column, string Pattern)
{
    /// <summary>For each pattern the types it holds for: <c>float* double* -> item[] normalized</c>.</summary>
    public static IEnumerable<string> Lines(IEnumerable<(ViewType Input, ViewType Output, string Flags)> probes)
    {
        var left = probes.ToList();
        while (left.Count > 0)
        {
            var best = left
                .SelectMany(static probe => Patterns(probe.Input, probe.Output).Select(pattern => (Pattern: pattern + probe.Flags, probe)))
                .GroupBy(static match => match.Pattern, static match => match.probe)
                .MaxBy(static match => match.Count())!;
            var matched = best.ToList();
            yield return $"{TypeList.Write(matched.Select(static probe => probe.Input))} -> {best.Key}";
            left.RemoveAll(matched.Contains);
        }
    }

    /// <summary>Outputs that are of the label's type, or a key of its values.</summary>
    public static IEnumerable<OutputPattern> OfLabel(IReadOnlyCollection<(ViewType Type, Verdict Verdict)> verdicts)
    {
        foreach (var column in verdicts.SelectMany(static probe => probe.Verdict.Outputs.Keys).Distinct())
        {
            var common = verdicts.Select(probe => Patterns(probe.Type, probe.Verdict.Outputs[column]).Reverse())
                .Aggregate(static (all, some) => all.Intersect(some));
            if (common.FirstOrDefault() is { } pattern)
                yield return new(column, pattern);
        }
    }

    static IEnumerable<string> Patterns(ViewType input, ViewType output)
    {
        string[] items =
        [
            .. input.ItemNotation == output.ItemNotation ? ["item"] : Array.Empty<string>(),
            .. input.KeyValues is { } values && output == new ViewType(values, output.Shape) ? ["value"] : Array.Empty<string>(),
            .. output == new ViewType(ViewType.PlainKey, output.Shape, IsKey: true, input.Item) && !input.IsKey ? ["key<item>"] : Array.Empty<string>(),
            output.ItemNotation,
        ];
        string[] shapes = [.. input.Shape == output.Shape ? ["*"] : Array.Empty<string>(), ViewType.Suffix(output.Shape)];
        return items.SelectMany(item => shapes.Select(shape => item + shape));
    }
}
