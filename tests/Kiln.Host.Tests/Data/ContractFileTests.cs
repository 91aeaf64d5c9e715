using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data;

public sealed class ContractFileTests : IDisposable
{
    const string Good = """
        {
          "format": 1, "dataset": "data",
          "dialect": { "delimiter": ",", "dateFormat": "%d.%m.%Y" },
          "columns": [
            { "name": "a", "property": "A", "type": "number", "nullable": false, "role": "feature" }
          ]
        }
        """;

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_contract_is_read_with_or_without_a_mark()
    {
        Assert.Equal("A", Load(Good).Columns[0].Property);
        Assert.Equal("A", Load("\uFEFF" + Good.ReplaceLineEndings("\r\n")).Columns[0].Property);
    }

    [Theory]
    [InlineData("\"number\"", "\"numbr\"", "data.schema.json(5,45): error KILN1005: \"numbr\" is not a type (did you mean 'number'?)")]
    [InlineData("\"number\"", "\"number", "data.schema.json(5,55): error KILN1005: ")]
    [InlineData("\",\"", "\"::\"", "data.schema.json(3,29): error KILN1005: the delimiter \"::\" is not one ASCII character")]
    [InlineData("\"delimiter\": \",\"", "\"decimal\": \"x\"", "data.schema.json(3,27): error KILN1005: the decimal separator \"x\" is neither")]
    [InlineData("%d.%m.%Y", "%d.%Q.%Y", "data.schema.json(3,48): error KILN1005: \"%Q\" is not a date format code")]
    public void What_cannot_be_read_is_located(string good, string bad, string expected) =>
        Assert.StartsWith(expected, _folder.Error(() => Load(Good.Replace(good, bad))));

    [Fact]
    public void All_that_cannot_be_followed_is_told_at_once()
    {
        var error = Assert.ThrowsAny<BuildException>(() => Load(Good
            .Replace("\",\"", "\"::\"").Replace("%d.%m.%Y", "%d.%Q.%Y").Replace("  ]", """
                ,
                    { "name": "b", "property": "B", "type": "date-time", "nullable": false, "role": "feature", "dateFormat": "%Q" }
                  ],
                  "rules": [
                    { "name": "r", "sql": "a < now()" },
                    { "name": "s", "sql": "c > 0" }
                  ]
                """)));

        Assert.Equal(
            [
                "(3,29): error KILN1005: the delimiter \"::\" is not one ASCII character", "(3,49): error KILN1005: \"%Q\" is not a date format code",
                "(7,110): error KILN1005: \"%Q\" is not a date format code", "(10,27): error KILN1005: the rule \"r\" is refused: ", "(11,27): error KILN1005: the rule \"s\" is refused: ",
            ],
            error.Diagnostics.Select(one => one.ToString().Split("data.schema.json")[1] is var told && told.IndexOf("refused: ", StringComparison.Ordinal) is var at and >= 0
                ? told[..(at + 9)] : told.Split(';')[0]));
    }

    /// <summary>Whether it is an expression, and of which columns, does not depend on their types; what it gives does.</summary>
    [Fact]
    public void Rules_are_told_beside_columns_that_cannot_be_read()
    {
        var error = Assert.ThrowsAny<BuildException>(() => Load(Good.Replace("  ]", """
            ,
                { "name": "b", "property": "B", "type": "integr", "nullable": false, "role": "feature" }
              ],
              "rules": [
                { "name": "r", "sql": "b IN (SELECT 1)" },
                { "name": "s", "sql": "c > 0" },
                { "name": "t", "sql": "b + 1" },
                { "name": "u", "sql": "a + 1" },
                { "name": "v", "sql": "a < b" }
              ]
            """)));

        Assert.Equal(["7", "10", "11", "13"], error.Diagnostics.Select(one => one.ToString().Split("data.schema.json(")[1].Split(',')[0]));
    }

    [Fact]
    public void A_missing_contract_is_told() =>
        Assert.StartsWith("data.schema.json: error KILN1005: the contract of dataset 'data' cannot be read", _folder.Error(() => ContractFile.Load(_folder.Dataset("data", "data.csv"))));

    Contracts.Data.DataContract Load(string text)
    {
        var dataset = _folder.Dataset("data", "data.csv");
        File.WriteAllText(dataset.Contract, text);
        return ContractFile.Load(dataset);
    }
}
