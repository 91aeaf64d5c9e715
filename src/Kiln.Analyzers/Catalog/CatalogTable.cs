using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Catalog;

/// <summary>What ML.NET's catalog methods do, read once from the file that is learnt from ML.NET itself.</summary>
static class CatalogTable
{
    static readonly Lazy<Dictionary<string, CatalogMethod>> Methods = new(Read);

    /// <summary>The estimator a method of ML.NET makes; null where what it does is not known.</summary>
    public static CatalogMethod? Find(IMethodSymbol method) =>
        Methods.Value.TryGetValue(NameOf(method), out var entry) && entry.IsKnown ? entry : null;

    /// <summary>The catalog a method is called on and its name: <c>RegressionTrainers.Sdca</c>.</summary>
    public static string NameOf(IMethodSymbol method)
    {
        var catalog = method.ReducedFrom is { } extension ? extension.Parameters[0].Type
            : method.IsExtensionMethod ? method.Parameters[0].Type
            : method.ContainingType;
        return $"{catalog.Name}.{method.Name}";
    }

    static Dictionary<string, CatalogMethod> Read()
    {
        var entries = new Dictionary<string, CatalogMethod>(StringComparer.Ordinal);
        var entry = new CatalogMethod();
        foreach (var line in TableFile.Lines("Methods.txt"))
            if (line.StartsWith("  ", StringComparison.Ordinal))
                entry.Read(line.Substring(2));
            else
            {
                entry = new();
                if (line.IndexOf(' ') is var space && space < 0)
                    entries.Add(line, entry);
                else
                    entries[line.Substring(0, space)].Variants.Add(line.Substring(space + 1), entry);
            }
        return entries;
    }
}
