using System.Globalization;
using System.Text;
using Kiln.Contracts.Locks;

namespace Kiln.TrainerHost.Reports;

/// <summary>What changed since the last release: a section for a pull request, two lines for a log. What is the same is not listed.</summary>
static class ChangesSection
{
    public static void Write(StringBuilder text, SinceRelease changes)
    {
        text.Append($"\n### Since {changes.Version}\n\n{Predictions(changes)}.\n");
        if (changes.Metrics.Count > 0)
        {
            text.Append($"\n| metric on these rows | {changes.Version} | now | difference |\n|---|---:|---:|---:|\n");
            foreach (var (name, metric) in changes.Metrics)
                text.Append($"| {name} | {Text(metric.Released)} | {Text(metric.Now)} | {Text(metric.Difference)} |\n");
            text.Append("\nIn brackets: 95 % intervals; that of the difference is from the same resamples for both models.\n");
        }
        if (changes.Importance.Count > 0)
        {
            text.Append("\n| feature | rank by permutation importance |\n|---|---|\n");
            foreach (var (feature, rank) in changes.Importance)
                text.Append($"| {feature} | {rank} |\n");
        }
        if (changes.Rows is { } rows)
            text.Append($"\nData: {Text(rows)}.\n");
        if (changes.Columns.Count > 0)
        {
            text.Append("\n| column | what changed |\n|---|---|\n");
            foreach (var (column, what) in changes.Columns)
                text.Append($"| {column} | {what} |\n");
        }
    }

    public static IEnumerable<string> Lines(SinceRelease changes)
    {
        var metric = changes.Metrics.Select(first => $"; {first.Key} {Text(first.Value.Difference)}").FirstOrDefault();
        yield return $"since {changes.Version}: {Predictions(changes)}{metric}";
        if (changes.Rows is { } rows)
            yield return $"data: {Text(rows)}"
                + (changes.Columns.Count > 0 ? $"; columns that changed: {string.Join(", ", changes.Columns.Select(column => column.Key))}" : "");
    }

    static string Predictions(SinceRelease changes) => changes switch
    {
        { NotCompared: { } reason } => $"its predictions cannot be compared: {reason}",
        { Flipped: 0, Metrics.Count: 0 } => $"all {ModelReport.Text(changes.HeldOutRows)} rows that both models held out are predicted as they were",
        _ => $"{ModelReport.Text(changes.Flipped)} of the {ModelReport.Text(changes.HeldOutRows)} rows that both models held out "
            + $"({(100.0 * changes.Flipped / changes.HeldOutRows).ToString("0.#", CultureInfo.InvariantCulture)} %) are predicted otherwise",
    };

    static string Text(MetricValue metric) => $"{ModelReport.Text(metric.Value)} ({ModelReport.Text(metric.Low)} to {ModelReport.Text(metric.High)})";

    static string Text(RowChange rows) =>
        $"{(rows.Estimated ? "about " : "")}{ModelReport.Text(rows.Kept)} rows kept, {ModelReport.Text(rows.Added)} added, {ModelReport.Text(rows.Removed)} removed";
}
