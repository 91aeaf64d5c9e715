using Kiln.Analyzers.Pipelines.Rules;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines;

/// <summary>The generated constants of a project's models, such as <c>ChurnModel.Columns.Tenure</c>.</summary>
static class GeneratedConstants
{
    /// <summary>Adds to a finding that suggests a column's name the one constant that is generated for it.</summary>
    /// <param name="type">The type that the finding is in.</param>
    public static Finding Suggest(Finding finding, INamedTypeSymbol type, Compilation compilation)
    {
        if (!finding.Properties.TryGetValue(InputColumnUnknown.Instead, out var name) || name is null)
            return finding;
        var constants = compilation.GetSymbolsWithName("Columns", SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(static columns => columns.ContainingType is { } model && ModelReader.ModelOf(model) is not null)
            .SelectMany(static columns => columns.GetMembers().OfType<IFieldSymbol>())
            .Where(constant => constant.HasConstantValue && constant.ConstantValue as string == name)
            .ToList();
        return constants.Count != 1 ? finding : finding with
        {
            Properties = finding.Properties.Add(
                InputColumnUnknown.Constant,
                SymbolEqualityComparer.Default.Equals(constants[0].ContainingType.ContainingType, type)
                    ? $"Columns.{constants[0].Name}"
                    : $"{constants[0].ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{constants[0].Name}"),
        };
    }
}
