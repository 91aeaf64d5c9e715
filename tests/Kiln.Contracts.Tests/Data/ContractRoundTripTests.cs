using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Data;

public sealed class ContractRoundTripTests
{
    const string Text = """
        {
          "$schema": "../obj/kiln/contract.schema.json",
          "format": 1,
          "dataset": "telco \"churn\"",
          "dialect": { "delimiter": "\t", "quote": "'", "escape": "\\", "decimal": ",", "missing": ["NA", "?"], "dateFormat": "%d.%m.%Y" },
          "columns": [
            { "name": "id", "property": "Id", "type": "integer", "nullable": false, "role": "id", "unique": true },
            { "name": "monthly charges ($)", "property": "MonthlyCharges", "type": "number", "nullable": true, "role": "feature", "unit": "USD", "description": "Billed\nper month", "min": -0.5, "max": 1000000, "missing": ["n.a.", "-"], "decimal": ",", "thousands": ".", "symbols": ["$", " USD"], "maxMissing": 0.1, "tolerance": 0.01, "severity": "warning" },
            { "name": "größe", "property": "Größe", "type": "category", "nullable": false, "role": "feature", "values": ["", "S", "M", "日本"], "open": true },
            { "name": "note", "property": "Note", "type": "text", "nullable": false, "role": "feature", "trim": false, "pattern": "[A-Z]+\\d*", "minLength": 1, "maxLength": 80, "classification": "personal" },
            { "name": "signed", "property": "Signed", "type": "date-time", "nullable": false, "role": "time", "min": "2020-01-01", "max": "2030-12-31T23:59:59", "dateFormat": "%Y%m%d" },
            { "name": "house", "property": "House", "type": "integer", "nullable": false, "role": "group" },
            { "name": "spare", "property": "Spare", "type": "number", "nullable": false, "role": "ignore", "classes": [-1, 0.5] },
            { "name": "Churned", "property": "Churned", "type": "boolean", "nullable": false, "role": "label", "true": "Yes", "false": "No", "positive": "No", "availability": "training" }
          ],
          "key": ["id", "house"],
          "rows": { "min": 100, "perFile": { "min": 10, "max": 10000 }, "duplicates": 0.01, "latest": "P31D", "severity": "warning" },
          "rules": [
            { "name": "signed in a house", "sql": "signed >= DATE '2020-01-01' AND house > 0", "description": "since there are any", "tolerance": 0.05, "severity": "warning" },
            { "name": "plain", "sql": "id > 0" }
          ],
          "profile": {
            "rows": 7043,
            "columns": {
              "monthly charges ($)": { "missing": 0.0021, "distinct": 1585, "min": 18.25, "max": 118.75, "mean": 64.761692460598, "quantiles": [19.65, 35.5, 70.35, 89.85, 107.4], "histogram": [1500, 0, 3] },
              "größe": { "missing": 0, "distinct": 4, "top": { "S": 5000, "": 3 } },
              "signed": { "missing": 0, "distinct": 3, "min": "2020-01-01", "max": "2024-12-31" }
            }
          }
        }

        """;

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void A_contract_is_one_text_in_every_culture(string culture)
    {
        Assert.Equal(Text, Cultures.With(culture, () => ContractJson.Write(Samples.Contract)));
        Assert.Equal(Text, Cultures.With(culture, () => ContractJson.Write(ContractJson.Read(Text))));
    }

    [Fact]
    public void Columns_know_their_lines() =>
        Assert.Equal([7, 8, 9, 10, 11, 12, 13, 14], ContractJson.Read(Text).Columns.Select(column => column.Line));

    [Fact]
    public void A_file_saved_on_Windows_is_the_same_contract() =>
        Assert.Equal(Text, ContractJson.Write(ContractJson.Read("\uFEFF" + Text.Replace("\n", "\r\n"))));

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var contract = ContractJson.Read("""{ "format": 1, "dataset": "d", "columns": [{ "name": "x", "property": "X", "type": "number", "nullable": false, "role": "feature" }] }""");
        Assert.Equal((",", "\"", "\"", ".", null, 0L, null), (contract.Dialect.Delimiter, contract.Dialect.Quote, contract.Dialect.Escape, contract.Dialect.Decimal, contract.Dialect.DateFormat, contract.Rows, contract.Schema));
        Assert.Empty(contract.Dialect.Missing);
        Assert.Empty(contract.Profile);
        Assert.Empty(contract.Rules);
        Assert.Empty(contract.Key);
        Assert.Null(contract.Limits);
        var column = contract.Columns[0];
        Assert.Equal((true, false, false, 0.0, Severity.Error, null), (column.Trim, column.Open, column.OnlyInTraining, column.Tolerance, column.Severity, column.MaxMissing));
    }

    /// <summary>What was observed before people gave the column another type.</summary>
    [Fact]
    public void A_profile_of_another_type_is_kept()
    {
        var contract = ContractJson.Write(ContractJson.Read("""
            {
              "format": 1, "dataset": "d",
              "columns": [{ "name": "x", "property": "X", "type": "number", "nullable": false, "role": "feature" }],
              "profile": { "columns": { "x": { "missing": 0, "distinct": 2, "min": "2024-01-01", "max": "2024-12-31" } } }
            }
            """));
        Assert.Contains("\"min\": \"2024-01-01\", \"max\": \"2024-12-31\"", contract);
        Assert.Equal(contract, ContractJson.Write(ContractJson.Read(contract)));
    }
}
