using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Catalog;

/// <summary>All that is known of ML.NET's methods: learnt from ML.NET itself where running it shows it, and stated otherwise.</summary>
static class CatalogTable
{
    static readonly Lazy<Dictionary<(string Catalog, string Name), CatalogMethod>> Methods = new(Read);

    /// <summary>Null where nothing is known of a method.</summary>
    public static CatalogMethod? Find(IMethodSymbol method) =>
        MachineLearningTypes.IsOwn(method.ContainingType) && Methods.Value.TryGetValue((CatalogOf(method), method.Name), out var entry) ? entry : null;

    /// <summary>Whether a tag holds for a call, with the choices that its arguments make.</summary>
    public static bool Has(this IInvocationOperation call, string tag) =>
        Find(call.TargetMethod) is { } entry && (Variant(entry, call) ?? entry).Has(tag);

    /// <summary>The catalog a method is called on and its name: <c>RegressionTrainers.Sdca</c>.</summary>
    public static string NameOf(IMethodSymbol method) => $"{CatalogOf(method)}.{method.Name}";

    static string CatalogOf(IMethodSymbol method) =>
        (method.ReducedFrom is { } extension ? extension.Parameters[0].Type
        : method.IsExtensionMethod ? method.Parameters[0].Type
        : method.ContainingType).Name;

    static CatalogMethod? Variant(CatalogMethod entry, IInvocationOperation call)
    {
        if (entry.Variants.Count > 0)
            foreach (var argument in call.Arguments)
                if (argument is { Value: { ConstantValue: { HasValue: true, Value: { } value } }, Parameter: { } parameter }
                    && entry.Variants.TryGetValue($"{parameter.Name}={Choice(parameter.Type, value)}", out var variant))
                    return variant;
        return null;
    }

    /// <summary>A value as the table spells it: the name of an enum's member, or <c>True</c> and <c>False</c>.</summary>
    public static string? Choice(ITypeSymbol type, object value) => type.TypeKind == TypeKind.Enum
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => Equals(member.ConstantValue, value))?.Name
        : value.ToString();

    static Dictionary<(string, string), CatalogMethod> Read()
    {
        var methods = new Dictionary<(string, string), CatalogMethod>();
        var entry = new CatalogMethod();
        foreach (var line in TableFile.Lines("Methods.txt"))
            if (line.StartsWith("  ", StringComparison.Ordinal))
                entry.Read(line.Substring(2));
            else if (line.IndexOf(' ') is var space && space < 0)
                methods.Add(Key(line), entry = new());
            else
                methods[Key(line.Substring(0, space))].Variants.Add(line.Substring(space + 1), entry = new());
        foreach (var line in TableFile.Lines("Stated.txt"))
        {
            var colon = line.IndexOf(':');
            var key = Key(line.Substring(0, colon));
            if (!methods.TryGetValue(key, out entry))
                methods.Add(key, entry = new());
            entry.State(line.Substring(colon + 2).Split([", "], StringSplitOptions.None));
        }
        return methods;
    }

    static (string, string) Key(string name) => (name.Substring(0, name.IndexOf('.')), name.Substring(name.IndexOf('.') + 1));
}
