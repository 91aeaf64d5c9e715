using Kiln.Contracts.Metrics;
using Kiln.Host.Requests;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>One version of a model in use: what it counted, period for period, against what it was trained on.</summary>
sealed class MonitoredModel
{
    /// <param name="manifest">The version's manifest.</param>
    /// <param name="profile">What it says of the training data.</param>
    /// <param name="windows">What the version counted.</param>
    /// <param name="length">How much time is judged at once.</param>
    public MonitoredModel(ModelManifest manifest, ModelProfile profile, IEnumerable<ModelWindow> windows, PeriodLength length)
    {
        (Info, Classes) = (manifest.Info, manifest.Classes);
        var judge = new PeriodJudge(profile);
        Periods = [.. Period.Of(windows, length).Select(period => new JudgedPeriod(period, judge.Judge(period.Window), Estimate(period.Window)))];

        MetricValue? Estimate(ModelWindow window) => EstimatedMetric is { } metric && profile.Columns.FirstOrDefault(column => column.Positive.Length > 0) is { } column
            ? EstimatedPerformance.Estimate(column, window.Columns[column.Name], Info.Metrics.GetValueOrDefault(metric, double.NaN)) : null;
    }

    public ModelInfo Info { get; }

    public IReadOnlyList<string> Classes { get; }

    /// <summary>From the first to the last.</summary>
    public IReadOnlyList<JudgedPeriod> Periods { get; }

    public JudgedPeriod Last => Periods[^1];

    /// <summary>What can be estimated without labels; null where nothing can.</summary>
    public Metric? EstimatedMetric => Info.Task switch
    {
        ModelTask.BinaryClassification => Metric.AreaUnderRocCurve,
        ModelTask.MulticlassClassification => Metric.MicroAccuracy,
        _ => null,
    };
}
