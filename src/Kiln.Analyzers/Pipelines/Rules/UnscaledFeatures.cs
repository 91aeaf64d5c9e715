using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>Features as they are in the data for a trainer that is sensitive to their scale.</summary>
static class UnscaledFeatures
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.UnscaledFeatures, "A scale-sensitive trainer is given unscaled features",
        "{0} is sensitive to the scale of the features, and '{1}' has them unscaled, so the largest column dominates; "
        + "scale them first, for example with NormalizeMeanVariance(\"{1}\")",
        Category.Columns, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.UnscaledFeatures));

    /// <summary>One column alone has one scale: nothing is larger than it.</summary>
    public static Finding? Find(ViewColumn features, EstimatorCall call) =>
        features.Sources.Count < 2 ? null : new(Rule, call.MethodName.GetLocation(), call.Name, features.Name);
}
