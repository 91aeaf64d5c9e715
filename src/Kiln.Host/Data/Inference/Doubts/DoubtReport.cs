using Kiln.Contracts.Data;
using Kiln.Contracts;
using Kiln.Host.Data.Inference.Readings;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Inference.Doubts;

/// <summary>Says what is doubtful about an inferred contract. Fields are looked for in the files only where there is something to say.</summary>
static class DoubtReport
{
    const int LongestShown = 60;

    public static IEnumerable<Diagnostic> Describe(FirstReading reading, IReadOnlyList<ColumnSummary> summaries, Dialect dialect, string contract)
    {
        var found = new List<Doubt>();
        // A text that means missing somewhere may do so where nothing needs it.
        var missing = reading.Scans.SelectMany(scan => scan.Missing).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < reading.Scans.Length; i++)
        {
            var column = new DoubtfulColumn(i, reading.Names[i], reading.Scans[i], summaries[i].Unique, contract);
            found.AddRange(NearlyTyped.Find(column));
            found.AddRange(TwoReadings.InDates(column));
            found.AddRange(TwoReadings.InNumbers(column, dialect));
            found.AddRange(TwoReadings.InTokens(column, missing));
            // What is meant as something stricter is no text to begin with.
            if (!found.Exists(doubt => doubt.Column == i))
                found.AddRange(UniqueTexts.Find(column));
        }
        foreach (var diagnostic in HeaderDoubts.Find(reading))
            yield return diagnostic;
        var places = found.Count == 0 ? [] : reading.Places.Find([.. found.Select(doubt => (doubt.Row, reading.Names[doubt.Column]))]);
        foreach (var (doubt, place) in found.Zip(places))
            yield return place.Say(doubt.Id, doubt.Message, isWarning: true);
    }

    public static string Quoted(string text) => $"'{Shortened.Text(text, LongestShown)}'";
}
