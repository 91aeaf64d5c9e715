using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>The label, or a column made from it, among the features.</summary>
static class LabelAsFeature
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.LabelAsFeature, "The label is a feature",
        "'{0}' is what {1} learns to predict, and it is in the features, so the model only repeats it; leave it out of the features",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.LabelAsFeature));

    public static Finding? Find(ViewColumn features, ViewColumn label, EstimatorCall call)
    {
        var shared = label.Sources.Keys.FirstOrDefault(features.Sources.ContainsKey);
        return shared is null ? null : new(Rule, (features.Sources[shared] ?? call.MethodName).GetLocation(), label.Name, call.Name);
    }
}
