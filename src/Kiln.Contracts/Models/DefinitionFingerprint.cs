using Kiln.Contracts.Json;

namespace Kiln.Contracts.Models;

/// <summary>
/// What of a definition matters to training. Not in it: the version, the gates and the expectations that only measure (a changed one measures again,
/// it does not train again), the class's namespace and every place in a file.
/// </summary>
public static class DefinitionFingerprint
{
    /// <remarks>A model without a pipeline of its own, a threshold, an interval, an anomaly share, a number of clusters, a weight or a monotone expectation has the fingerprint it had before there were any.</remarks>
    public static string Compute(ModelDefinition model)
    {
        var settings = Settings(model);
        if (model.Pipeline is { } pipeline)
            settings.Add("pipeline").Add(pipeline.Fingerprint);
        if (model.Threshold is { } threshold)
            settings.Add("threshold").Add(JsonWriter.Shortest(threshold));
        if (model.ThresholdFor is { } metric)
            settings.Add("threshold for").Add(metric);
        if (model.FalseNegativeCost is { } cost)
            settings.Add("false negative cost").Add(JsonWriter.Shortest(cost));
        if (model.Interval is { } interval)
            settings.Add("interval").Add(JsonWriter.Shortest(interval));
        if (model.AnomalyShare is { } share)
            settings.Add("anomaly share").Add(JsonWriter.Shortest(share));
        if (model.Clusters is { } clusters)
            settings.Add("clusters").Add(clusters);
        if (model.Weight is { } weight)
            settings.Add("weight").Add(weight);
        foreach (var constraint in model.MonotoneConstraints.OrderBy(constraint => constraint.Key, StringComparer.Ordinal))
            settings.Add("monotone").Add(constraint.Key).Add(constraint.Value.ToString());
        return settings.ToString();
    }

    static Fingerprint Settings(ModelDefinition model) => new Fingerprint()
        .Add("definition 1")
        .Add(model.Dataset)
        .Add(model.Label)
        .Add(model.Task?.ToString())
        .Add(model.Positive)
        .Add(model.Features?.OrderBy(name => name, StringComparer.Ordinal))
        .Add(model.Ignore.OrderBy(name => name, StringComparer.Ordinal))
        .Add(model.Split?.ToString())
        .Add(model.Group)
        .Add(model.Time)
        .Add(model.Trainer)
        .Add(model.Seed);
}
