using Kiln.Contracts;

namespace Kiln.Host.Reports;

/// <summary>The report as a small table for the build's log.</summary>
static class ConsoleReport
{
    /// <summary>One line: which model it is, why, and how good by the metric that is quoted and those that gates bound, and how many expectations it meets.</summary>
    public static string Summary(ModelReport report) => $"{report.Title}: {report.Reason}; "
        + string.Join("; ", report.Table.Where((row, place) => place == 0 || row[^1].Length > 0).Select(Metric)) + Expectations(report);

    static string Expectations(ModelReport report) => report.Plan.Definition.Expectations.Count is > 0 and var all
        ? $"; {ExpectationTable.Rows(report).Count(row => row[^1] == "met")} of {Counted.Format(all, "expectation")} met" : "";

    static string Metric(string[] row) => $"{row[0]} {row[1]}{(row[2] == "n/a" ? "" : $" ({row[2]})")}{(row[^1].Length == 0 ? "" : $", {row[^1]}")}";

    public static IEnumerable<string> Lines(ModelReport report)
    {
        yield return $"{report.Title}: {report.Reason}; {report.Rows}";
        if (report.Due is { } due)
            yield return $"  version: {due}";
        if (report.Changes is { } changes)
            foreach (var line in ChangesSection.Lines(changes))
                yield return $"  {line}";
        foreach (var finding in report.Findings.Where(finding => finding.IsInformation))
            yield return $"  {finding.Id}: {finding.Message}";
        foreach (var note in report.Missing.Concat(report.Notes))
            yield return $"  {note}";
        List<string[]> table = [[.. ModelReport.Columns], .. report.Table];
        var widths = Enumerable.Range(0, ModelReport.Columns.Count - 1).Select(column => table.Max(row => row[column].Length)).ToArray();
        foreach (var row in table)
            yield return $"  {row[0].PadRight(widths[0])}  {string.Join("  ", Enumerable.Range(1, widths.Length - 1).Select(column => row[column].PadLeft(widths[column])))}  {row[^1]}".TrimEnd();
        foreach (var row in ExpectationTable.Rows(report))
            yield return $"  {row[0]}: {row[4]}, broken on {row[2]} of {row[1]} held-out rows";
    }
}
