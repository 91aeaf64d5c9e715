using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Reports;
using Kiln.Host.Reports.TestCases;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>What a training says of itself to others: a summary for people, and files for tools and build servers.</summary>
sealed class RunResults(Request request, Output output)
{
    string ResultPath => Path.Combine(request.Output, "result.json");

    string SarifPath => Path.Combine(request.Output, "kiln.sarif");

    TestResultFiles Tests => new(request.Output, request.Temporary);

    SummaryFile Summary => new(request);

    /// <summary>Full paths of the files.</summary>
    public IReadOnlyList<string> Paths => [Summary.Path, ResultPath, SarifPath, .. Tests.Paths];

    /// <summary>Where a run ends before its end there are none that people or a server read, rather than those of another.</summary>
    public void Delete()
    {
        Tests.Delete();
        Summary.Delete();
    }

    public void Write(IReadOnlyList<ModelOutcome> outcomes)
    {
        Write(outcomes, [.. output.Errors], output.Told);
        var tests = new TestCases(request.Directory);
        Tests.Write([.. outcomes.SelectMany(tests.Of), .. tests.Of([.. output.Errors.Except(outcomes.SelectMany(outcome => outcome.Errors))])]);
    }

    /// <summary>Of a run that came to no model.</summary>
    public void Write(BuildException end)
    {
        Write([], end.Diagnostics, [.. output.Told, .. end.Diagnostics]);
        Tests.Write([.. new TestCases(request.Directory).Of(end.Diagnostics)]);
    }

    void Write(IReadOnlyList<ModelOutcome> outcomes, IReadOnlyList<Diagnostic> errors, IReadOnlyList<Diagnostic> told)
    {
        Summary.Write(outcomes, errors);
        AtomicFile.WriteIfChanged(ResultPath, new ResultJson(request.Directory).Write(outcomes, errors), request.Temporary);
        AtomicFile.WriteIfChanged(SarifPath, new SarifLog(request.Directory).Write(told), request.Temporary);
    }
}
