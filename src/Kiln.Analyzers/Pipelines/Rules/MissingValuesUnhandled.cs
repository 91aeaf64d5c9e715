using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A column that the contract calls nullable reaches a trainer that cannot take NaN.</summary>
static class MissingValuesUnhandled
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.MissingValuesUnhandled, "Missing values reach a trainer that cannot take them",
        "'{0}' may be missing, and {1} predicts NaN if a feature is missing; "
        + "fill it first with ReplaceMissingValues, or use a tree trainer such as LightGbm",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.MissingValuesUnhandled));

    public static Finding? Find(ViewColumn features, EstimatorCall call)
    {
        var first = features.Missing.OrderBy(static name => name, StringComparer.Ordinal).FirstOrDefault();
        return first is null ? null : new(Rule, call.MethodName.GetLocation(), first, call.Name);
    }
}
