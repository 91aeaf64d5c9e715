using System.Globalization;
using System.Text;
using Kiln.Host.Reports;

namespace Kiln.Host.Monitoring;

/// <summary>What models in use counted, as Markdown that is also read in a console.</summary>
static class MonitorPage
{
    /// <summary>Older periods are in the windows, and no longer interesting.</summary>
    const int MostPeriods = 31;

    public static string Write(IReadOnlyList<MonitoredModel> models)
    {
        var text = new StringBuilder("# Models in use\n");
        foreach (var model in models)
        {
            text.Append($"\n## {model.Info.Name} {model.Info.Version}\n\n");
            WritePeriods(text, model);
            text.Append('\n');
            WriteLast(text, model);
        }
        return text.ToString();
    }

    static void WritePeriods(StringBuilder text, MonitoredModel model)
    {
        if (model.Periods.Count > MostPeriods)
            text.Append($"The last {MostPeriods} of {model.Periods.Count}.\n\n");
        var estimated = model.EstimatedMetric is { } metric && model.Periods.Any(period => period.Estimate is not null) ? metric.ToString() : null;
        string[] columns = [$"{model.Last.Period.Kind} (UTC)", "rows", "windows", .. estimated is null ? (string[])[] : [$"{estimated}, estimated"], "alarms"];
        MarkdownTable.WritePadded(text, columns, [.. model.Periods.TakeLast(MostPeriods).Select(period => (string[])
        [
            period.Period.Name,
            Numbers.Text(period.Period.Window.Rows),
            Numbers.Text((long)period.Period.Windows),
            .. estimated is null ? (string[])[] : [period.Estimate is { } estimate ? Numbers.Text(estimate) : "n/a"],
            period.Findings is null ? $"fewer than {PeriodJudge.FewestRows} rows were looked at: not judged" : period.Alarms.Count == 0 ? "none" : string.Join(", ", period.Alarms.Select(alarm => alarm.Column.Name)),
        ])]);
        if (estimated is not null)
            text.Append($"\n{estimated} was {Numbers.Text(model.Info.Metrics[model.EstimatedMetric!.Value])} on the held-out rows. It is estimated from the probabilities alone, without any label: it sees what other "
                + "inputs do to the model, and not that the same inputs have other labels than before. In brackets is where it lies in 95 of 100 cases.\n");
    }

    static void WriteLast(StringBuilder text, MonitoredModel model)
    {
        if (model.Periods.LastOrDefault(period => period.Findings is not null) is not { Findings: { } findings } last)
            return;
        text.Append($"{last.Period.Name}, column by column:\n\n");
        MarkdownTable.WritePadded(text, ["column", "stability index", "limit", "no value", "then", "never seen", ""], [.. findings.OrderByDescending(finding => finding.IsAlarm).ThenByDescending(finding => finding.Shares?.Index ?? 0).Select(finding => (string[])
        [
            finding.Column.Name,
            finding.Shares is { } shares ? Figure(shares.Index) : "n/a",
            finding.Shares is { } limited ? Figure(limited.Limit.Value) : "n/a",
            Percent(finding.Missing.Bin == 0 ? finding.Missing.Share : 1 - finding.Missing.Share),
            Percent(finding.Missing.Bin == 0 ? finding.Missing.Before : 1 - finding.Missing.Before),
            finding.Unseen is { } unseen ? Percent(unseen.Bin == 0 ? unseen.Share : 1 - unseen.Share) : "n/a",
            finding.IsAlarm ? "alarm" : "",
        ])]);
    }

    static string Figure(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
