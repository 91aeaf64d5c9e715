using System.Text;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Host.Reports;

/// <summary>What changed since the last release: a section for a pull request, two lines for a log. What is the same is not listed.</summary>
static class ChangesSection
{
    /// <param name="level">The heading's number signs.</param>
    public static void Write(StringBuilder text, SinceRelease changes, string level = "###")
    {
        var predictions = Predictions(changes);
        text.Append($"\n{level} Since {MarkdownText.Escape(changes.Version)}\n\n{MarkdownText.Escape(char.ToUpperInvariant(predictions[0]) + predictions[1..])}.\n");
        if (changes.Metrics.Count > 0)
        {
            Table(text, ["metric on these rows", changes.Version, "now", "difference", ""], changes.Metrics.Select(metric => new[]
            {
                metric.Key, Numbers.Text(metric.Value.Released), Numbers.Text(metric.Value.Now), Numbers.Text(metric.Value.Difference), Word(metric),
            }));
            text.Append("\nIn brackets: 95 % intervals; that of the difference is from the same resamples for both models. "
                + "Better and worse are said where it excludes 0, with or without a gate.\n");
        }
        Table(text, ["feature", "rank by permutation importance"], changes.Importance.Select(rank => new[] { rank.Key, $"{rank.Value}" }));
        if (changes.Rows is { } rows)
            text.Append($"\nData: {Text(rows)}.\n");
        Table(text, ["column", "what changed"], changes.Columns.Select(column => new[] { column.Key, column.Value }));
    }

    public static IEnumerable<string> Lines(SinceRelease changes)
    {
        var metrics = changes.Metrics.Where((metric, place) => place == 0 || Word(metric).Length > 0)
            .Select(metric => $"; {metric.Key} {Numbers.Text(metric.Value.Difference)}{(Word(metric) is { Length: > 0 } word ? ", " + word : "")}");
        yield return $"since {changes.Version}: {Predictions(changes)}{string.Concat(metrics)}";
        if (changes.Rows is { } rows)
            yield return $"data: {Text(rows)}"
                + (changes.Columns.Count > 0 ? $"; columns that changed: {string.Join(", ", changes.Columns.Select(column => column.Key))}" : "");
    }

    /// <summary>Empty where the interval of the difference includes 0, or there is none.</summary>
    public static string Word(KeyValuePair<string, MetricComparison> metric) => metric.Value.Difference switch
    {
        { HasInterval: false } or { Low: <= 0, High: >= 0 } => "",
        { Low: > 0 } => MetricFacts.HigherIsBetter(metric.Key) ? "better" : "worse",
        _ => MetricFacts.HigherIsBetter(metric.Key) ? "worse" : "better",
    };

    static void Table(StringBuilder text, string[] heading, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
            MarkdownTable.Write(text.Append('\n'), heading, all, heading.Length > 2 ? 1.. : ..0);
    }

    static string Predictions(SinceRelease changes) => changes switch
    {
        { NotCompared: { } reason } => $"its predictions cannot be compared: {reason}",
        { Flipped: 0, Metrics.Count: 0 } => $"all {Rows(changes)} are predicted as they were",
        _ => $"{Numbers.Text(changes.Flipped)} of the {Rows(changes)} ({Numbers.Percent(changes.Flipped, changes.HeldOutRows)}) are predicted differently",
    };

    /// <summary>Which rows, and how many, the two are compared on.</summary>
    public static string Rows(SinceRelease changes) => Numbers.Text(changes.HeldOutRows)
        + (changes.On == ComparedRows.HeldOut ? " rows that are held out" : " rows that both models held out");

    static string Text(RowChange rows) => $"{(rows.Estimated ? "about " : "")}{Numbers.Text(rows.Kept)} rows kept, "
        + $"{Numbers.Text(rows.Added)} added, {Numbers.Text(rows.Removed)} removed";
}
