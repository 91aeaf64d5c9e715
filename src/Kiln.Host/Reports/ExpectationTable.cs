using Kiln.Contracts.Expectations;
using Kiln.Host.Expectations;

namespace Kiln.Host.Reports;

/// <summary>What is shown of a model's expectations: a row for each.</summary>
static class ExpectationTable
{
    /// <summary>What the rows hold.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["expectation", "held-out rows", "broken on", "worst", "verdict"];

    public static IEnumerable<string[]> Rows(ModelReport report) => report.Plan.Definition.Expectations.Select(declared => Row(declared.Expectation, report.Expectations));

    static string[] Row(Expectation expectation, IReadOnlyList<ExpectationResult> results)
    {
        var result = ExpectationVerdict.Find(expectation, results);
        var measured = result.Measured;
        return [expectation.ToString(), Numbers.Text((long)measured.Rows), Numbers.Text((long)measured.Broken), Numbers.Text(measured.Worst), ExpectationVerdict.Word(expectation, result)];
    }
}
