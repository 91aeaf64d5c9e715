using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A model that is saved under one name for ever, in a project whose other models have versions. A digit in the path may be a version.</summary>
static class SavedOutside
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.SavedOutside, "A model is saved outside any version and lock",
        "'{0}' has no version and no lock, so nobody can tell which model it holds; declare the model with [Model], or put a version into the name",
        Category.Versions, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.SavedOutside));

    public static void Check(ModelFile file, ProjectModels models, Action<Diagnostic> report)
    {
        if (!file.Path.Any(char.IsDigit) && models.Exist)
            report(Diagnostic.Create(Rule, file.Place, file.Path));
    }
}
