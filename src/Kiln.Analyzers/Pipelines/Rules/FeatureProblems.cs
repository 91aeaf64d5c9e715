using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>What is wrong with the features that a trainer is given.</summary>
static class FeatureProblems
{
    public static IEnumerable<Finding> Find(ViewColumn features, ViewColumn? label, CatalogMethod entry, EstimatorCall call, ViewColumns data)
    {
        var leaked = label is null ? null : LabelAsFeature.Find(features, label, call);
        if (leaked is not null)
            yield return leaked;
        foreach (var useless in UselessFeature.Find(features, label, call, data))
            yield return useless;
        if (!entry.TakesMissing && MissingValuesUnhandled.Find(features, call) is { } missing)
            yield return missing;
        if (entry.IsScaleSensitive && features.Scaling == Scaling.Raw && UnscaledFeatures.Find(features, call) is { } unscaled)
            yield return unscaled;
    }
}
