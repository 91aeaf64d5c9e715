using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Reports.Html.Charts;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>The task's first metric from release to release.</summary>
static class HistorySection
{
    /// <summary>Of more the last ones.</summary>
    const int Most = 50;

    public static Section? Of(ModelReport report)
    {
        var metric = MetricFacts.List(report.Plan.Shape)[0];
        if (report.Released.Count == 0)
            return null;
        List<(string Version, string Date, MetricValue Value)> versions =
        [
            .. report.Released.TakeLast(Most).Select(release => (release.Version, release.Provenance?.Date ?? "–", Find(release.Metrics, metric))),
            ("this build", "–", Find(report.Model.Metrics, metric)),
        ];
        return new("history", "History", page => Section.WriteCharts(page, [IntervalChart.History(metric, versions)]));
    }

    static MetricValue Find(IReadOnlyList<KeyValuePair<string, MetricValue>> metrics, string metric) =>
        metrics.FirstOrDefault(one => one.Key == metric).Value ?? new(double.NaN, double.NaN, double.NaN);
}
