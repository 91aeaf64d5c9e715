using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Reproducibility;

/// <summary>A custom mapping that a saved model does not find again. Code that saves no model is left alone.</summary>
static class CustomMappingLost
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.CustomMappingLost, "A custom mapping is lost when the model is loaded",
        "{0}; {1}",
        Category.Reproducibility, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.CustomMappingLost),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    const string Factory = "CustomMappingFactoryAttributeAttribute";

    public static bool IsMapping(IInvocationOperation call) =>
        call.Has(Tag.FoundByName)
        && call.Parent is not IInvocationOperation { TargetMethod.Name: "Fit" };

    public static bool Saves(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Save", ContainingType.Name: "ModelOperationsCatalog" };

    public static void Check(IReadOnlyCollection<IInvocationOperation> mappings, Compilation compilation, Action<Diagnostic> report)
    {
        if (mappings.Count == 0)
            return;
        var names = new HashSet<string>(compilation.Assembly.AllTypes().SelectMany(ContractNames), StringComparer.Ordinal);
        foreach (var mapping in mappings)
            if (mapping.Argument("contractName") is { } name && name.Unwrapped().ConstantValue is { HasValue: true, Value: var value })
                if (string.IsNullOrEmpty(value as string))
                    report(Diagnostic.Create(
                        Rule, name.Syntax.GetLocation(), "this mapping has no contract name, so a saved model cannot find it",
                        "give it a name, and that name to a factory class by [CustomMappingFactoryAttribute]"));
                else if (!names.Contains((string)value!) && !MayBeElsewhere(compilation))
                    report(Diagnostic.Create(
                        Rule, name.Syntax.GetLocation(),
                        $"no class has [CustomMappingFactoryAttribute(\"{value}\")], so a loaded model cannot find this mapping",
                        "derive a class from CustomMappingFactory and give it the attribute"));
    }

    static IEnumerable<string> ContractNames(INamedTypeSymbol type) => type.GetAttributes()
        .Where(static attribute => attribute.AttributeClass is { Name: Factory } found && MachineLearningTypes.IsOwn(found))
        .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<string>();

    /// <summary>Whether a referenced assembly uses ML.NET, and so may have the class.</summary>
    static bool MayBeElsewhere(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly =>
        !IsMachineLearning(assembly.Identity) && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(IsMachineLearning)));

    static bool IsMachineLearning(AssemblyIdentity assembly) => assembly.Name.StartsWith("Microsoft.ML.", StringComparison.Ordinal);
}
