using Kiln.Testing;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Models;

public sealed class UnreadableContractTests
{
    const string Mend = "; correct the contract, or restore it from version control";

    [Theory]
    [InlineData("", 1, 1, "the file ends where a value is expected")]
    [InlineData("{\n  \"format\": 1,\n  \"dataset\": \"d\",\n}", 4, 1, "a \"name\" is expected, not '}'")]
    [InlineData("{\n  \"format\": 1,\n  \"datset\": \"d\"\n}", 3, 13, "\"datset\" is not allowed here (did you mean 'dataset'?); use one of $schema, format, dataset, dialect, newData, columns, key, rows, rules, profile")]
    [InlineData("{ \"format\": 9 }", 1, 13, "this contract has format 9; this version of Kiln reads format 1")]
    public async Task Flags_the_line_and_column_of_the_file(string json, int line, int column, string why) => Assert.Equal(
        [$"KILN1005 at /project/data/d.schema.json({line},{column}): the contract of dataset 'd' cannot be read: {why}{Mend}"],
        await new TestProject().Contract("d", json).Findings());

    [Fact]
    public async Task Flags_all_that_is_wrong() => Assert.Equal(
        ["(3,13)", "(4,14)", "(5,8)"],
        (await new TestProject().Contract("d", "{\n  \"format\": 1,\n  \"datset\": \"d\",\n  \"columns\": [],\n\"key\": 1 }").Findings())
            .Select(finding => finding.Split("d.schema.json")[1].Split(':')[0]));

    [Fact]
    public async Task Has_the_form_that_builds_and_editors_turn_into_a_link()
    {
        var diagnostic = Assert.Single(await new TestProject().Contract("d", "{\n  x").Diagnostics());
        Assert.StartsWith("/project/data/d.schema.json(2,3): error KILN1005: the contract", diagnostic.ToString());
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public async Task Leaves_a_readable_contract_alone() => Assert.Empty(await new TestProject().Contract("d", Columns.Number("x")).Findings());
}
