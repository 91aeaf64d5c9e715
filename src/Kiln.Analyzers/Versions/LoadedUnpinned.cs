using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Versions;

/// <summary>
/// A model that is loaded from wherever a path leads. Silent where the method saves that file itself, or checks anything by a hash.
/// </summary>
static class LoadedUnpinned
{
    static readonly string[] Checks = ["Hash", "Checksum", "Signature", "Verify"];

    public static readonly DiagnosticDescriptor Rule = new(
        Ids.LoadedUnpinned, "A model is loaded without a check of what it is",
        "the model in '{0}' is whatever the path holds: no lock names it and no hash is checked; compare the file's SHA-256 with the one that was released, "
        + "or declare the model with [Model]",
        Category.Versions, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.LoadedUnpinned));

    public static void Check(ModelFile file, INamedTypeSymbol catalog, Action<Diagnostic> report)
    {
        if (!file.Call.Root().Descendants().OfType<IInvocationOperation>().Any(call => IsSaved(call) || IsCheck(call.TargetMethod)))
            report(Diagnostic.Create(Rule, file.Place, file.Path));

        bool IsSaved(IInvocationOperation call) => ModelFile.FromCall(call, catalog) is { IsSaved: true } saved && saved.Path == file.Path;
    }

    static bool IsCheck(IMethodSymbol method) =>
        method.ContainingNamespace is { Name: "Cryptography", ContainingNamespace.Name: "Security" }
        || (method.Name != nameof(GetHashCode) && Checks.Any(method.Name.Contains));
}
