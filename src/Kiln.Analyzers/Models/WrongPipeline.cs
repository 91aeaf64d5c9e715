using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A method meant as the model's pipeline that the build would not call, or a trainer that its pipeline makes void.</summary>
static class WrongPipeline
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.WrongPipeline, "A model's pipeline would not be used as written", "{0}", Category.Build, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongPipeline));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (PipelineMethod.Find(model.Type) is not null)
        {
            if (ModelReader.ModelOf(model.Type)!.NamedArguments.Any(static argument => argument.Key == "Trainer"))
                report(Diagnostic.Create(Rule, model.Attribute.Argument("Trainer"),
                    $"Trainer chooses the trainer of the default pipeline, and '{model.Type.Name}' brings its own; "
                    + "remove one: the argument, or the method Pipeline"));
            return;
        }
        foreach (var member in model.Type.GetMembers(PipelineMethod.Name))
            if (member is IMethodSymbol method && PipelineMethod.IsMeant(method) && PipelineMethod.Obstacle(method) is { } obstacle)
                report(Diagnostic.Create(
                    Rule, method.Locations[0],
                    $"'{method.Name}' {obstacle}, so the default pipeline would be used; write '{PipelineMethod.Signature}'"));
    }
}
