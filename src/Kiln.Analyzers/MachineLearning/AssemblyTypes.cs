using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>The types of an assembly. To be asked for only where something was found that needs them.</summary>
static class AssemblyTypes
{
    public static IEnumerable<INamedTypeSymbol> AllTypes(this IAssemblySymbol assembly)
    {
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(assembly.GlobalNamespace);
        while (open.Count > 0)
            foreach (var member in open.Pop().GetMembers())
                if (member is INamespaceOrTypeSymbol inner)
                {
                    open.Push(inner);
                    if (inner is INamedTypeSymbol type)
                        yield return type;
                }
    }
}
