using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A version below one that was released.</summary>
static class VersionTaken
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.VersionTaken, "The version of a model is lower than a released one", "{0}; change Version of '{1}'", Category.Versions, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.VersionTaken));
}
