using Kiln.Contracts.Locks;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>What changed since the last release.</summary>
static class ChangeSection
{
    public static Section? Of(SinceRelease? changes) => changes is null ? null : new("changes", $"Since {changes.Version}", page =>
    {
        foreach (var line in ChangesSection.Lines(changes))
            page.Leaf("p", char.ToUpperInvariant(line[0]) + line[1..] + ".");
        Table(page, $"Metrics of both models on the {ChangesSection.Rows(changes)}, with 95 % intervals; that of the difference is from the same resamples for both", ["metric", changes.Version, "now", "difference", "certainly"], 1..4, changes.Metrics
            .Select(metric => (IReadOnlyList<string>)[metric.Key, Numbers.Text(metric.Value.Released), Numbers.Text(metric.Value.Now), Numbers.Text(metric.Value.Difference), ChangesSection.Word(metric)]));
        Table(page, "Rank by permutation importance", ["feature", "rank"], 2.., changes.Importance.Select(rank => (IReadOnlyList<string>)[rank.Key, $"{rank.Value}"]));
        Table(page, "Changed columns", ["column", "what changed"], 2.., changes.Columns.Select(column => (IReadOnlyList<string>)[column.Key, column.Value]));
    });

    static void Table(Markup page, string title, IReadOnlyList<string> columns, Range numbers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        page.Leaf("h3", title);
        Grid.Write(page, title, columns, all, numbers);
    }
}
