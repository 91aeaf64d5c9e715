using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A version below the one that is due after what changed since the last release.</summary>
static class VersionTooLow
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.VersionTooLow, "The version of a model is too low", "{0}; change Version of '{1}'", Category.Versions, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.VersionTooLow));
}
