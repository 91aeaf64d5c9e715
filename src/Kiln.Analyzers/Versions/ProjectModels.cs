using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>Whether a project declares models. Looked for when it is asked first, which it hardly ever is.</summary>
sealed class ProjectModels(Compilation compilation)
{
    readonly Lazy<bool> _exist = new(() =>
        compilation.GetTypeByMetadataName(ModelReader.ModelAttribute) is not null && HasModel(compilation.Assembly.GlobalNamespace));

    public bool Exist => _exist.Value;

    static bool HasModel(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>().Any(static member =>
        (member is INamedTypeSymbol type && ModelReader.ModelOf(type) is not null) || HasModel(member));
}
