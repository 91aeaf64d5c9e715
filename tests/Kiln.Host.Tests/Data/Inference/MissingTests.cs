using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

public sealed class MissingTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_token_among_numbers_is_missing_there_and_a_value_elsewhere()
    {
        var contract = _folder.Infer("size,name\n1,a\nNA,b\n2.5,NA\n?,a\n3,b\n,NA\n");

        Assert.Empty(contract.Dialect.Missing);
        Assert.Equal(["?", "NA"], contract.Columns[0].Missing);
        Assert.Equal((ColumnType.Number, true), (contract.Columns[0].Type, contract.Columns[0].Nullable));
        Assert.Equal(0.5, contract.Profile["size"].Missing);
        Assert.Equal((ColumnType.Category, false), (contract.Columns[1].Type, contract.Columns[1].Nullable));
        Assert.Equal(["NA", "a", "b"], contract.Columns[1].Values);
        Assert.Null(contract.Columns[1].Missing);
    }

    [Fact]
    public void Where_it_is_a_value_is_said() => Assert.Equal(
        ["data.csv(4,5): warning KILN1021: 'NA' means a missing value in another column, and is read as a value of column 'name' (2 of 6 rows); "
            + "if it means missing here too, write \"nullable\": true, \"missing\": [\"NA\"] for the column in 'data.schema.json'"],
        _folder.Doubts(_folder.Csv("size,name\n1,a\nNA,b\n2.5,NA\n?,a\n3,b\n,NA\n")));

    [Fact]
    public void A_token_among_texts_alone_is_a_value()
    {
        var dataset = _folder.Csv("size,country\n1,NA\n2,NA\n3,DE\n4,DE\n");
        var contract = ContractInference.Infer(dataset, null, DataFolder.NoWarning);

        Assert.Equal(["DE", "NA"], contract.Columns[1].Values);
        Assert.Null(contract.Columns[1].Missing);
        Assert.False(contract.Columns[1].Nullable);
    }

    [Fact]
    public void What_a_column_says_counts_there_instead_of_what_the_dialect_says()
    {
        var dataset = _folder.Csv("size,country,note\nNA,NA,NA\n2,DE,n.a.\n");
        var table = _folder.Load(dataset, new()
        {
            Dataset = "data", Dialect = new() { Missing = ["NA"] },
            Columns =
            [
                Column("size", ColumnType.Number, null), Column("country", ColumnType.Text, []), Column("note", ColumnType.Text, ["n.a."]),
            ],
        });

        Assert.Equal([true, false, false], table.Columns.Select(column => column.IsMissing(0)));
        Assert.Equal([false, false, true], table.Columns.Select(column => column.IsMissing(1)));
    }

    [Theory]
    [InlineData("2024-01-01 null 2024-01-02", ColumnType.DateTime, "null")]
    [InlineData("yes no n/a yes", ColumnType.Boolean, "n/a")]
    [InlineData("1 - 2", ColumnType.Integer, "-")]
    [InlineData("1 NaN 2.5 nan", ColumnType.Number, "NaN|nan")]
    [InlineData("1 . 2", ColumnType.Integer, ".")]
    public void Tokens_are_kept_as_spelled(string values, ColumnType type, string missing)
    {
        var contract = _folder.Infer("k,v\n" + string.Concat(values.Split(' ').Select(value => $"x,{value}\n")));

        Assert.Equal(missing.Split('|'), contract.Columns[1].Missing);
        Assert.Equal((type, true), (contract.Columns[1].Type, contract.Columns[1].Nullable));
    }

    [Fact]
    public void Codes_with_leading_zeros_ask_for_no_token()
    {
        var contract = _folder.Infer("k,zip\n1,01234\n2,NA\n3,98765\n4,00001\n");

        Assert.Null(contract.Columns[1].Missing);
        Assert.Equal(ColumnType.Text, contract.Columns[1].Type);
    }

    [Fact]
    public void Blanks_and_empty_quotes_are_missing()
    {
        var contract = _folder.Infer("a,b\n1,\"\"\n  ,x\n3,   \n4,x\n");

        Assert.Equal(0.25, contract.Profile["a"].Missing);
        Assert.Equal(0.5, contract.Profile["b"].Missing);
    }

    static Column Column(string name, ColumnType type, string[]? missing) =>
        new() { Name = name, Property = name, Type = type, Nullable = true, Role = ColumnRole.Feature, Missing = missing };
}
