using Kiln.Contracts.Data;

namespace Kiln.Trainer.Tests.Data.Inference;

public sealed class MissingTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_token_among_numbers_is_missing_everywhere()
    {
        var contract = _folder.Infer("size,name\n1,a\nNA,b\n2.5,NA\n?,a\n3,b\n,b\n");

        Assert.Equal(["?", "NA"], contract.Dialect.Missing);
        Assert.Equal((ColumnType.Number, true), (contract.Columns[0].Type, contract.Columns[0].Nullable));
        Assert.Equal(0.5, contract.Profile["size"].Missing);
        Assert.Equal((ColumnType.Category, true), (contract.Columns[1].Type, contract.Columns[1].Nullable));
        Assert.Equal(["a", "b"], contract.Columns[1].Values);
    }

    [Fact]
    public void A_token_among_texts_alone_is_a_value()
    {
        var contract = _folder.Infer("size,country\n1,NA\n2,NA\n3,DE\n4,DE\n");

        Assert.Empty(contract.Dialect.Missing);
        Assert.Equal(["DE", "NA"], contract.Columns[1].Values);
        Assert.False(contract.Columns[1].Nullable);
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

        Assert.Equal(missing.Split('|'), contract.Dialect.Missing);
        Assert.Equal((type, true), (contract.Columns[1].Type, contract.Columns[1].Nullable));
    }

    [Fact]
    public void Codes_with_leading_zeros_ask_for_no_token()
    {
        var contract = _folder.Infer("k,zip\n1,01234\n2,NA\n3,98765\n4,00001\n");

        Assert.Empty(contract.Dialect.Missing);
        Assert.Equal(ColumnType.Text, contract.Columns[1].Type);
    }

    [Fact]
    public void Blanks_and_empty_quotes_are_missing()
    {
        var contract = _folder.Infer("a,b\n1,\"\"\n  ,x\n3,   \n4,x\n");

        Assert.Equal(0.25, contract.Profile["a"].Missing);
        Assert.Equal(0.5, contract.Profile["b"].Missing);
    }
}
