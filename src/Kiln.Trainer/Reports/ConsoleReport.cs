namespace Kiln.TrainerHost.Reports;

/// <summary>The report as a small table for the build's log.</summary>
static class ConsoleReport
{
    public static IEnumerable<string> Lines(ModelReport report)
    {
        yield return $"{report.Title}: {report.Decision}; {report.Rows}";
        if (report.Due is { } due)
            yield return $"  version: {due}";
        if (report.Changes is { } changes)
            foreach (var line in ChangesSection.Lines(changes))
                yield return $"  {line}";
        foreach (var note in report.Model.Notes)
            yield return $"  {note}";
        var table = report.Table.ToList();
        var widths = Enumerable.Range(0, 3).Select(column => table.Max(row => row[column].Length)).ToArray();
        foreach (var row in table)
            yield return $"  {row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  [{row[2].PadLeft(widths[2])}]  {(row[3].Length > 0 ? "gate " + row[3] : "")}".TrimEnd();
    }
}
