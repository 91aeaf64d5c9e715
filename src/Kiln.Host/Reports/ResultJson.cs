using Kiln.Contracts.Expectations;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;
using Kiln.Host.Cards;
using Kiln.Host.Diagnostics;
using Kiln.Host.Expectations;
using Kiln.Host.Gates;

namespace Kiln.Host.Reports;

/// <summary>What a run came to, for scripts. Paths are the project's, so that the same state is the same text in any folder.</summary>
/// <param name="directory">The project's.</param>
sealed class ResultJson(string directory)
{
    const int Format = 1;

    public string Write(IEnumerable<ModelOutcome> outcomes, IEnumerable<Diagnostic> errors)
    {
        var json = new JsonWriter().Object();
        json.Name("format").Value(Format);
        json.Name("models").Array();
        foreach (var outcome in outcomes)
            Write(json, outcome);
        json.End();
        json.Name("errors").Array();
        foreach (var error in errors)
            json.Object(oneLine: true)
                .Name("code").Value(error.Id).Name("file").Value(Relative(error.File)).Name("line").Value(error.Line).Name("column").Value(error.Column)
                .Name("message").Value(error.Message)
                .End();
        json.End();
        return json.End().ToString();
    }

    void Write(JsonWriter json, ModelOutcome outcome)
    {
        json.Object();
        json.Name("name").Value(outcome.Definition.Name);
        json.Name("type").Value(outcome.Definition.Type);
        json.Name("version").Value(outcome.Definition.Version);
        if (outcome.Shipped is { } shipped)
            json.Name("shipped").Value(shipped);
        json.Name("verdict").Value(outcome.Verdict);
        if (outcome.Report is { } told)
            json.Name("reason").Value(told.Reason);
        if (outcome.Version is { Last: { } last, Due: { } due, Lowest: { } lowest })
        {
            json.Name("lastRelease").Value(last.Version);
            json.Name("due").Object();
            json.Name("part").Value(due.Part.ToString().ToLowerInvariant());
            json.Name("version").Value(lowest.ToString());
            json.Name("reasons").Strings(due.Reasons);
            json.End();
        }
        if (outcome.Plan is { } plan)
            json.Name("lock").Value(Relative(plan.LockPath));
        if (outcome.Report is { } report)
        {
            WriteCard(json.Name("card"), report.Card);
            Write(json, report);
        }
        json.Name("files").Strings(outcome.Files.Select(Relative));
        json.End();
    }

    /// <summary>Where it is, and what nobody has filled in.</summary>
    void WriteCard(JsonWriter json, Card card)
    {
        json.Object(oneLine: true);
        if (card.IsThere)
            json.Name("file").Value(Relative(card.Path));
        json.Name("fields").Value(CardField.All.Count).Name("open").Strings(card.Open.Select(field => field.Name)).End();
    }

    static void Write(JsonWriter json, ModelReport report)
    {
        json.Name("artifact").Value(report.Model.OnnxHash);
        MetricJson.Write(json.Name("metrics"), report.Model.Metrics);
        WriteBaselines(json.Name("baselines"), report);
        json.Name("gates").Array();
        foreach (var (gate, _) in report.Plan.Definition.Gates)
            if (gate.Slice is null)
                Write(json, gate, report);
            else
                Write(json, SliceVerdict.Decide(gate, report.Slices));
        json.End();
        Write(json.Name("findings"), report.Findings);
        if (report.Expectations.Count == 0)
            return;
        json.Name("expectations").Array();
        foreach (var (expectation, _) in report.Plan.Definition.Expectations)
            Write(json, expectation, ExpectationVerdict.Find(expectation, report.Expectations));
        json.End();
    }

    /// <summary>What a model without skill and a linear one reach, and by how much the model differs from the linear one.</summary>
    static void WriteBaselines(JsonWriter json, ModelReport report)
    {
        json.Object();
        foreach (var measured in report.Model.Measurements)
        {
            json.Name(measured.Metric).Object(oneLine: true).Name("noSkill").Value(measured.NoSkill);
            if (report.Evidence?.Find(measured.Metric) is var (_, linear, (difference, low, high)))
                json.Name("linear").Value(linear).Name("difference").Value(difference).Name("low").Value(low).Name("high").Value(high);
            json.End();
        }
        json.End();
    }

    static void Write(JsonWriter json, IReadOnlyList<Diagnostic> findings)
    {
        json.Array();
        foreach (var finding in findings)
            json.Object(oneLine: true).Name("code").Value(finding.Id).Name("level").Value(finding.IsWarning ? "warning" : "information").Name("message").Value(finding.Message).End();
        json.End();
    }

    static void Write(JsonWriter json, Gate gate, ModelReport report)
    {
        var metric = report.Model.Metrics.FirstOrDefault(metric => metric.Key == gate.Metric).Value ?? new(double.NaN, double.NaN, double.NaN);
        GateJson.WriteMembers(json.Object(oneLine: true), gate);
        json.Name("value").Value(metric.Value).Name("verdict").Value(GateVerdict.Word(gate, metric, report.Changes)).End();
    }

    static void Write(JsonWriter json, Expectation expectation, ExpectationResult result)
    {
        ExpectationJson.WriteMembers(json.Object(oneLine: true), expectation);
        MeasuredExpectationJson.WriteMembers(json, result.Measured);
        json.Name("verdict").Value(ExpectationVerdict.Word(expectation, result)).End();
    }

    static void Write(JsonWriter json, SliceVerdict verdict)
    {
        GateJson.WriteMembers(json.Object(), verdict.Gate);
        json.Name("value").Value(verdict.Worst?.Metric.Value ?? double.NaN).Name("verdict").Value(verdict.IsMet ? "met" : "missed");
        json.Name("slices").Array();
        foreach (var (name, rows, (value, low, high)) in verdict.Ordered)
            json.Object(oneLine: true)
                .Name("name").Value(name).Name("rows").Value(rows).Name("value").Value(value).Name("low").Value(low).Name("high").Value(high)
                .End();
        json.End();
        json.End();
    }

    string Relative(string path) => Path.GetRelativePath(directory, path).Replace('\\', '/');
}
