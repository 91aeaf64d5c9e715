using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A step of a model's own pipeline that the trainer will refuse, because it cannot become ONNX.</summary>
static class EstimatorNotExportable
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.EstimatorNotExportable, "A step of a model cannot be exported",
        "{0} cannot be written as ONNX, so the model will not build; {1}",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Link(Ids.EstimatorNotExportable));

    public static IEnumerable<(StepCall Step, Finding Finding)> Of(IEnumerable<StepCall?> steps) =>
        from step in steps.OfType<StepCall>()
        let way = ExportTable.WayOut(step)
        where way is not null
        select (step, new Finding(Rule, step.MethodName.GetLocation(), step.Name, way));
}
