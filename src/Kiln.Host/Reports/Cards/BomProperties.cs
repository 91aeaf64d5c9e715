using Kiln.Contracts.Json;
using Kiln.Host.Expectations;

namespace Kiln.Host.Reports.Cards;

/// <summary>What the standard has no member for.</summary>
static class BomProperties
{
    public static void Write(JsonWriter json, ModelReport report)
    {
        json.Name("properties").Array();
        Write(json, "kiln:definition", report.Plan.DefinitionFingerprint);
        Write(json, "kiln:contract", report.Plan.ContractFingerprint);
        Write(json, "kiln:published", report.IsRefused ? "false" : "true");
        Write(json, "kiln:card:openFields", string.Join(", ", report.Card.Open.Select(field => field.Name)));
        foreach (var section in report.Card.Own)
            Write(json, $"kiln:card:{section.Heading}", section.Text);
        foreach (var row in report.Table.Where(row => row[^1].Length > 0))
            Write(json, "kiln:gate", $"{row[0]} {row[^1]}");
        foreach (var (expectation, _) in report.Plan.Definition.Expectations)
            Write(json, "kiln:expectation", $"{expectation} {ExpectationVerdict.Word(expectation, ExpectationVerdict.Find(expectation, report.Expectations))}");
        foreach (var finding in report.Findings)
            Write(json, "kiln:finding", $"{finding.Id}: {finding.Message}");
        foreach (var release in report.Released)
            Write(json, "kiln:release", release.Provenance is { } made ? $"{release.Version}, {made.Date}" : release.Version);
        json.End();
    }

    public static void Write(JsonWriter json, string name, string value) => json.Object(oneLine: true).Name("name").Value(name).Name("value").Value(value).End();
}
