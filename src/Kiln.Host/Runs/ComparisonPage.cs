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
            text.Append($"\n## {model.Title}\n\n");
            if (!model.HasRuns)
                text.Append("No run is kept. Change the model and keep a try: dotnet build -p:KilnRun=name\n\n");
            Append(text, model);
            if (model.Against is { } against)
                text.Append($"\n{against}\n");
            foreach (var (run, differences) in model.Differences)
                text.Append($"\n- run {run}, other than today: {(differences.Count == 0 ? "nothing" : string.Join("; ", differences))}\n");
        }
        return text.ToString();
    }

    static void Append(StringBuilder text, RunComparison model)
    {
        var rows = model.Rows;
        if (rows.Count == 0)
            return;
        List<string[]> table =
        [
            ["", .. model.Metrics, "held out", ""],
            .. rows.Select(row => (string[])[row.Title, .. model.Metrics.Select(metric => Cell(row.Find(metric), model.IsBest(row, metric))), row.HeldOutRows is { } count ? Numbers.Text(count) : "n/a", Note(row)]),
        ];
        foreach (var column in Enumerable.Range(0, table[0].Length))
            foreach (var row in table)
                row[column] = row[column].Replace("|", "\\|").PadRight(Math.Max(3, table.Max(other => other[column].Length)));
        table.Insert(1, [.. table[0].Select(cell => new string('-', cell.Length))]);
        foreach (var row in table)
            text.Append($"| {string.Join(" | ", row)} |\n");
        if (rows.Any(row => model.Metrics.Any(metric => model.IsBest(row, metric))))
            text.Append("\n**Bold** is the best of those measured on the same held-out rows; in brackets are 95 % intervals, and where they overlap much, the better one may be so by chance.\n");
    }

    static string Cell(MetricValue? metric, bool isBest) => metric is null ? "" : isBest ? $"**{Numbers.Text(metric)}**" : Numbers.Text(metric);

    static string Note(ComparedModel row) => string.Join("; ", new[] { row.NotComparable is { } why ? $"not comparable: {why}" : "", row.Verdict }.Where(part => part.Length > 0));
}
