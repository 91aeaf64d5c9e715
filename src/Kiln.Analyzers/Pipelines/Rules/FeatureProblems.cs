using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Pipelines.Table;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>What is wrong with the features that a trainer is given.</summary>
static class FeatureProblems
{
    public static IEnumerable<Finding> Of(ViewColumn features, ViewColumn? label, Step step, StepCall call, ViewColumns data)
    {
        var leaked = label is null ? null : LabelAsFeature.Of(features, label, call);
        if (leaked is not null)
            yield return leaked;
        foreach (var useless in UselessFeature.Of(features, label, call, data))
            yield return useless;
        if (!step.TakesMissing && MissingValuesUnhandled.Of(features, call) is { } missing)
            yield return missing;
        if (step.IsScaleSensitive && features.Scaling == Scaling.Raw && UnscaledFeatures.Of(features, call) is { } unscaled)
            yield return unscaled;
    }
}
