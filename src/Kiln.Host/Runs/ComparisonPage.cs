using System.Text;
using Kiln.Contracts.Metrics;
using Kiln.Host.Reports;

namespace Kiln.Host.Runs;

/// <summary>Runs side by side, as Markdown whose tables are also read in a console.</summary>
static class ComparisonPage
{
    public static string Write(IReadOnlyList<RunComparison> models)
    {
        var text = new StringBuilder("# Runs\n");
        foreach (var model in models)
        {
            text.Append($"\n## {MarkdownText.Escape(model.Title)}\n\n");
            if (!model.HasRuns)
                text.Append("No run is kept. Change the model and keep a try: dotnet build -p:KilnRun=name\n\n");
            Append(text, model);
            if (model.Against is { } against)
                text.Append($"\n{MarkdownText.Escape(against)}\n");
            foreach (var (run, differences) in model.Differences)
                text.Append($"\n- {MarkdownText.Escape($"run {run}, other than today: {(differences.Count == 0 ? "nothing" : string.Join("; ", differences))}")}\n");
        }
        return text.ToString();
    }

    static void Append(StringBuilder text, RunComparison model)
    {
        var rows = model.Rows;
        if (rows.Count == 0)
            return;
        MarkdownTable.WritePadded(text, ["", .. model.Metrics, "held out", ""],
            [.. rows.Select(row => (string[])[row.Title, .. model.Metrics.Select(metric => Cell(row.Find(metric))), row.HeldOutRows is { } count ? Numbers.Text(count) : "n/a", Note(row)])],
            (row, column) => column > 0 && column <= model.Metrics.Count && model.IsBest(rows[row], model.Metrics[column - 1]));
        if (rows.Any(row => model.Metrics.Any(metric => model.IsBest(row, metric))))
            text.Append("\n**Bold** is the best of those measured on the same held-out rows; in brackets are 95 % intervals, and where they overlap much, the better one may be so by chance.\n");
    }

    static string Cell(MetricValue? metric) => metric is null ? "" : Numbers.Text(metric);

    static string Note(ComparedModel row) => string.Join("; ", new[] { row.NotComparable is { } why ? $"not comparable: {why}" : "", row.Verdict }.Where(part => part.Length > 0));
}
