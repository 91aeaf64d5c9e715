using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>The definitions that a generator wrote into an assembly, this one's or one that it refers to.</summary>
static class CompiledDefinitions
{
    const string Attribute = "ModelDefinitionAttribute";

    public static IEnumerable<ModelDefinition> In(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Where(static attribute => attribute.AttributeClass is { Name: Attribute, ContainingNamespace: { Name: "CompilerServices", ContainingNamespace.Name: "Kiln" } })
        .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
        .OfType<string>()
        .Select(Read)
        .OfType<ModelDefinition>();

    /// <summary>Null where another version of Kiln wrote it.</summary>
    static ModelDefinition? Read(string definition)
    {
        try
        {
            return DefinitionJson.Read(definition);
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }
}
