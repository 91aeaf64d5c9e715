using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Generators;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Analyzers.Models;

/// <summary>A model in a project whose C# is older than the generated code's. A build has stopped before; this is for the editor.</summary>
static class PlatformTooOld
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.PlatformTooOld, "The framework or the language version is too old",
        "LangVersion is {0}, and Kiln's classes need C# {1} or later; remove LangVersion or set it to {1} or later", Category.Build, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.PlatformTooOld));

    /// <returns>Whether that is so; then nothing else need be said of the model.</returns>
    public static bool Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (ModelReader.ModelOf(model.Type)?.ApplicationSyntaxReference?.SyntaxTree.Options is not CSharpParseOptions options || GeneratedLanguage.Fits(options))
            return false;
        report(Diagnostic.Create(Rule, model.ClassName, options.LanguageVersion.ToDisplayString(), GeneratedLanguage.Version.ToDisplayString()));
        return true;
    }
}
