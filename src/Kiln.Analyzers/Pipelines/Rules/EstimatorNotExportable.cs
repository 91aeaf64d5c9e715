using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>An estimator of a model's own pipeline that the exporter will refuse, because it cannot become ONNX.</summary>
static class EstimatorNotExportable
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.EstimatorNotExportable, "An estimator of a model cannot be exported",
        "{0} cannot be written as ONNX, so the model will not build; {1}",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.EstimatorNotExportable));

    public static IEnumerable<(EstimatorCall Estimator, Finding Finding)> Find(IEnumerable<EstimatorCall?> estimators) =>
        from estimator in estimators.OfType<EstimatorCall>()
        let instead = Instead(estimator)
        where instead is not null
        select (estimator, new Finding(Rule, estimator.MethodName.GetLocation(), estimator.Name, instead));

    static string? Instead(EstimatorCall call)
    {
        var name = CatalogTable.NameOf(call.Call.TargetMethod);
        return NotExportable.InsteadOfMethod(name)
            ?? call.Variants.Select(variant => NotExportable.InsteadOfMethod($"{name} {variant}")).FirstOrDefault(static instead => instead is not null);
    }
}
