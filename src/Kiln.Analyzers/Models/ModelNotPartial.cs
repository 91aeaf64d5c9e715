using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A model's class that generated code cannot complete.</summary>
static class ModelNotPartial
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.ModelNotPartial, "A model class cannot be completed", "'{0}' {1}", Category.Build, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.ModelNotPartial));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (ModelClass.Obstacle(model.Type) is { } obstacle)
            report(Diagnostic.Create(Rule, model.ClassName, model.Type.Name, obstacle));
    }
}
