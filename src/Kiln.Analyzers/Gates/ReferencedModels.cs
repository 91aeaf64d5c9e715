using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>The models in what a compilation refers to, as far as it may call them.</summary>
static class ReferencedModels
{
    const string Definition = "Kiln.CompilerServices.ModelDefinitionAttribute";

    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation) => compilation.GetTypeByMetadataName(Definition) is { } attribute
        ? compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => RefersTo(assembly, attribute.ContainingAssembly))
            .SelectMany(assembly => TypesIn(assembly, attribute))
            .Where(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        : [];

    static bool RefersTo(IAssemblySymbol assembly, IAssemblySymbol kiln) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == kiln.Name));

    static IEnumerable<INamedTypeSymbol> TypesIn(IAssemblySymbol assembly, INamedTypeSymbol attribute) => assembly.GetAttributes()
        .Where(one => SymbolEqualityComparer.Default.Equals(one.AttributeClass, attribute))
        .Select(one => one.ConstructorArguments.FirstOrDefault().Value as string)
        .OfType<string>()
        .Select(TypeName).OfType<string>()
        .Select(assembly.GetTypeByMetadataName).OfType<INamedTypeSymbol>();

    /// <summary>Null where another version of Kiln wrote it.</summary>
    static string? TypeName(string definition)
    {
        try
        {
            return DefinitionJson.Read(definition).Type;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }
}
