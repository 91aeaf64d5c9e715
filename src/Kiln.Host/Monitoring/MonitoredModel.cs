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
            ? EstimatedPerformance.Estimate(column, EffectiveCounts.Of(window, column.Name), Info.Metrics.GetValueOrDefault(metric, double.NaN)) : null;
    }

    public ModelInfo Info { get; }

    public IReadOnlyList<string> Classes { get; }

    /// <summary>From the first to the last.</summary>
    public IReadOnlyList<JudgedPeriod> Periods { get; }

    public JudgedPeriod Last => Periods[^1];

    /// <summary>The last period that has enough rows, and while that goes on the one before it: who asks once a day, after midnight, is told of the day before.</summary>
    public IReadOnlyList<JudgedPeriod> Told(DateTime now)
    {
        JudgedPeriod[] judged = [.. Periods.Where(period => period.Findings is not null)];
        return judged.Length == 0 ? [] : judged[^(judged[^1].Period.GoesOn(now) && judged.Length > 1 ? 2 : 1)..];
    }

    /// <summary>What can be estimated without labels; null where nothing can.</summary>
    public Metric? EstimatedMetric => Info.Task switch
    {
        ModelTask.BinaryClassification => Metric.AreaUnderRocCurve,
        ModelTask.MulticlassClassification => Metric.MicroAccuracy,
        _ => null,
    };
}
