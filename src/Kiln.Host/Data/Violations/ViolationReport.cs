using System.Globalization;
using Kiln.Contracts;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Violations;

/// <summary>Says which values break which rules, each where it stands: the first few of each rule, then how many more there are and where all are listed.</summary>
/// <param name="places">Where rows stand in the files.</param>
/// <param name="rows">How many there are.</param>
/// <param name="contract">The contract as messages name it.</param>
sealed class ViolationReport(RowPlaces places, int rows, string contract)
{
    public const int MostShown = 20;

    /// <summary>Then each rule shows its first alone: nobody reads thousands of lines, and editors choke on them.</summary>
    const int MostShownInAll = 200;

    /// <param name="rules">What is broken, in the order it is to be told.</param>
    /// <param name="list">Writes all of it to a file, and gives the file's name; null where nothing is written.</param>
    public IReadOnlyList<Diagnostic> Describe(IReadOnlyList<BrokenRule> rules, Func<IReadOnlyList<FieldPlace>, string>? list)
    {
        var found = places.Find([.. rules.SelectMany(rule => rule.Kept.Select(violation => (violation.Row, rule.Column.Name)))]);
        var file = list?.Invoke(found);
        var diagnostics = new List<Diagnostic>();
        var (start, left) = (0, MostShownInAll);
        foreach (var rule in rules)
        {
            // What is tolerated is known; it is said that it is there, and how much of it.
            var shown = rule.IsTolerated(rows) ? 1 : Math.Min(rule.Kept.Count, Math.Clamp(left, 1, MostShown));
            for (var i = 0; i < shown; i++)
                diagnostics.Add(At(found[start + i], rule, ViolationMessage.Format(rule, rule.Kept[i], Rows(rule, i), contract)));
            if (rule.Count > shown)
                diagnostics.Add(At(found[start + Math.Min(shown, rule.Kept.Count - 1)], rule, More(rule, shown, file)));
            start += rule.Kept.Count;
            left -= shown;
        }
        return diagnostics;
    }

    Diagnostic At(FieldPlace place, BrokenRule rule, string message) => place.Say(rule.Id, message, rule.IsWarning(rows));

    string Rows(BrokenRule rule, int index) =>
        index > 0 ? $"{index + 1} of {Counted.Format(rule.Count, "row")}"
        : (rule.Count == 1 ? $"this row, {Counted.Share(1, rows)}" : $"the first of {Counted.Format(rule.Count, "row")}, {Counted.Share(rule.Count, rows)}")
            + (rule.Tolerance == 0 ? "" : rule.IsTolerated(rows) ? $", tolerated up to {Counted.Share(rule.Tolerance)}" : $", more than the tolerated {Counted.Share(rule.Tolerance)}");

    string More(BrokenRule rule, int shown, string? file)
    {
        var listed = rule.Kept.Count < rule.Count ? string.Create(CultureInfo.InvariantCulture, $"the first {rule.Kept.Count:N0}") : "all";
        return $"{Counted.Format(rule.Count - shown, "more row")} from here on {(rule.Count - shown == 1 ? "breaks" : "break")} \"{rule.Rule}\" of column '{rule.Column.Name}' like those above, "
            + $"{Counted.Share(rule.Count, rows)} of {Counted.Format(rows, "row")} in all; "
            + (file is null ? "correct them too, or change the contract" : $"correct them too ({listed} are listed in '{file}'), or change the contract");
    }
}
