using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

public sealed class DecimalCommaTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbers_may_have_a_comma()
    {
        var dataset = _folder.Csv("k;price;n\n1;3,50;7\n2;-1,5e3;8\n3;4;9\n4;NA;10\n");
        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);

        Assert.Equal(",", contract.Dialect.Decimal);
        Assert.Equal((ColumnType.Number, "-1500", "4"), (contract.Columns[1].Type, contract.Profile["price"].Min, contract.Profile["price"].Max));
        Assert.Equal(ColumnType.Integer, contract.Columns[2].Type);
        Assert.Equal([3.5, -1500, 4, double.NaN], Assert.IsType<NumberColumn>(_folder.Load(dataset, contract)["price"]).Values);
    }

    [Theory]
    [InlineData("k;v\n1;0,125\n2;1,500\n")]
    [InlineData("k;v\n1;,125\n2;1,500\n")]
    [InlineData("k;v\n1;-0,125\n2;1,500\n")]
    public void A_group_of_digits_never_begins_with_a_zero(string csv)
    {
        var contract = _folder.Infer(csv);

        Assert.Equal((",", ColumnType.Number), (contract.Dialect.Decimal, contract.Columns[1].Type));
    }

    [Theory]
    [InlineData("k;v\n1;1,234\n2;12,500\n3;7\n", "groups of digits, for all one can tell")]
    [InlineData("k;v\n1.5;1,25\n2.5;2,25\n", "another column needs the point")]
    [InlineData("k,v\n1,\"1,25\"\n2,\"2,25\"\n", "the comma is the delimiter")]
    public void A_comma_is_not_believed_when(string csv, string why)
    {
        var contract = _folder.Infer(csv);

        Assert.True(contract.Dialect.Decimal == ".", why);
        Assert.Equal(ColumnType.Text, contract.Columns[1].Type);
    }
}
