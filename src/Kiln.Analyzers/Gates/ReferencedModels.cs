using Kiln.Analyzers.Models;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>The models in what a compilation refers to, as far as it may call them.</summary>
static class ReferencedModels
{
    public static IEnumerable<INamedTypeSymbol> FindAll(Compilation compilation) =>
        compilation.GetTypeByMetadataName(ModelReader.ModelAttribute) is { ContainingAssembly.Name: var kiln }
            ? compilation.SourceModule.ReferencedAssemblySymbols
                .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == kiln)))
                .SelectMany(static assembly => CompiledDefinitions.In(assembly).Select(model => assembly.GetTypeByMetadataName(model.Type)))
                .OfType<INamedTypeSymbol>()
                .Where(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            : [];
}
