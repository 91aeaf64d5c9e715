using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A model without a version, or with one that does not order.</summary>
static class VersionNotSemVer
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.VersionNotSemVer, "The version of a model is missing or not SemVer", "{0}", Category.Versions, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.VersionNotSemVer));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        var version = model.Declaration.Version;
        if (version is null)
            report(Diagnostic.Create(Rule, model.Attribute.Location,
                $"'{model.Declaration.Name}' has no version, so nobody can tell which model an application runs; "
                + "start with Version = \"1.0.0\""));
        else if (!SemanticVersion.IsValid(version))
            report(Diagnostic.Create(Rule, model.Attribute.Argument("Version"),
                $"'{version}' is not a SemVer 2.0 version, so versions would not order; "
                + "write three numbers such as \"1.0.0\" or \"1.0.0-rc.1\""));
    }
}
