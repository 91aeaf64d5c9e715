using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Reports.TestCases;

/// <summary>Makes tests of what a run came to.</summary>
/// <param name="directory">The project's.</param>
sealed class TestCases(string directory)
{
    /// <summary>For each model whether it was built, and one for each gate and expectation.</summary>
    public IEnumerable<TestCase> Of(ModelOutcome outcome)
    {
        var model = outcome.Definition;
        yield return outcome.Verdict switch
        {
            "passed" => Case(model, "is built", TestOutcome.Passed, []),
            "failed" => Case(model, "is built", TestOutcome.Failed, outcome.Errors.Except(outcome.Verdicts)),
            var verdict => new($"Kiln.{model.Name}", model.Type, "is built", TestOutcome.Skipped, verdict == "gateMissed" ? "a gate is missed" : "an expectation is missed"),
        };
        foreach (var (gate, location) in model.Gates)
            yield return Case(outcome, gate.ToString(), location);
        foreach (var (expectation, location) in model.Expectations)
            yield return Case(outcome, expectation.ToString(), location);
    }

    /// <summary>What went wrong with no model: all of a run that came to none, or data that no model has.</summary>
    public IEnumerable<TestCase> Of(IReadOnlyList<Diagnostic> errors) => errors.Count == 0 ? [] : [new("Kiln", "Kiln", "is built", TestOutcome.Failed, Text(errors))];

    TestCase Case(ModelOutcome outcome, string name, Location location)
    {
        var model = outcome.Definition;
        if (outcome.Report is null)
            return new($"Kiln.{model.Name}", model.Type, name, TestOutcome.Skipped, "there is no model to hold against it");
        var found = outcome.Verdicts.Where(finding => (finding.File, finding.Line, finding.Column) == (Path.GetFullPath(location.File, directory), location.Line, location.Column)).ToList();
        return Case(model, name, found.Exists(finding => !finding.IsWarning) ? TestOutcome.Failed : found.Count > 0 ? TestOutcome.Skipped : TestOutcome.Passed, found);
    }

    TestCase Case(ModelDefinition model, string name, TestOutcome outcome, IEnumerable<Diagnostic> found) => new($"Kiln.{model.Name}", model.Type, name, outcome, Text(found));

    /// <summary>With paths of the project, so that the same state is the same text in any folder.</summary>
    string Text(IEnumerable<Diagnostic> found) =>
        string.Join('\n', found.Select(finding => finding with { File = Path.GetRelativePath(directory, finding.File).Replace('\\', '/') }));
}
