using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Table;

/// <summary>What ML.NET's catalog methods do, read once from the file that is learnt from ML.NET itself.</summary>
static class StepTable
{
    static readonly Lazy<Dictionary<string, Step>> Steps = new(Read);

    /// <summary>The step a method of ML.NET makes; null where what it does is not known.</summary>
    public static Step? Find(IMethodSymbol method) =>
        Steps.Value.TryGetValue(NameOf(method), out var step) && step.IsKnown ? step : null;

    /// <summary>The catalog a method is called on and its name: <c>RegressionTrainers.Sdca</c>.</summary>
    public static string NameOf(IMethodSymbol method)
    {
        var catalog = method.ReducedFrom is { } extension ? extension.Parameters[0].Type
            : method.IsExtensionMethod ? method.Parameters[0].Type
            : method.ContainingType;
        return $"{catalog.Name}.{method.Name}";
    }

    static Dictionary<string, Step> Read()
    {
        var steps = new Dictionary<string, Step>(StringComparer.Ordinal);
        var step = new Step();
        foreach (var line in TableFile.Lines("Steps.txt"))
            if (line.StartsWith("  ", StringComparison.Ordinal))
                step.Read(line.Substring(2));
            else
            {
                step = new();
                if (line.IndexOf(' ') is var space && space < 0)
                    steps.Add(line, step);
                else
                    steps[line.Substring(0, space)].Variants.Add(line.Substring(space + 1), step);
            }
        return steps;
    }
}
