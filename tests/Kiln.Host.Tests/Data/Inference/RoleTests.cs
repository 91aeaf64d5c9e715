using Kiln.Contracts.Data;

namespace Kiln.Host.Tests.Data.Inference;

public sealed class RoleTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("customerID", "17 3 5 99", ColumnRole.Id)]
    [InlineData("row_no", "17 3 5 99", ColumnRole.Id)]
    [InlineData("Order Number", "17 3 5 99", ColumnRole.Id)]
    [InlineData("candid", "17 3 5 99", ColumnRole.Feature)]
    [InlineData("customerID", "17 3 17 99", ColumnRole.Feature)]
    [InlineData("customerID", "17 3  99", ColumnRole.Feature)]
    [InlineData("x", "1 2 3 4", ColumnRole.Id)]
    [InlineData("x", "0 1 2 3", ColumnRole.Id)]
    [InlineData("x", "2 1 3 4", ColumnRole.Feature)]
    [InlineData("year", "1990 1991 1992 1993", ColumnRole.Feature)]
    [InlineData("x", "5 5 5 5", ColumnRole.Ignore)]
    [InlineData("x", "5 5  5", ColumnRole.Feature)]
    [InlineData("x", "a a a a", ColumnRole.Ignore)]
    [InlineData("x", "   ", ColumnRole.Ignore)]
    [InlineData("x", "ab cd ef gh", ColumnRole.Id)]
    [InlineData("x", "1.5 2.5 3.5 4.5", ColumnRole.Feature)]
    [InlineData("x", "2024-01-01 2024-01-02 2024-01-02 2024-01-03", ColumnRole.Time)]
    public void Roles(string name, string values, ColumnRole expected) =>
        Assert.Equal(expected, _folder.InferColumn($"k,{name}\n" + string.Concat(values.Split(' ').Select(value => $"x,{value}\n"))).Role);

    [Fact]
    public void Two_dates_are_features() =>
        Assert.All(_folder.Infer("from,to\n2024-01-01,2024-02-01\n2024-01-02,2024-02-03\n").Columns, column => Assert.Equal(ColumnRole.Feature, column.Role));

    [Fact]
    public void Unique_prose_is_no_id() =>
        Assert.Equal(ColumnRole.Feature, _folder.InferColumn("k,review\n1,it broke on the very first day\n2,I would buy this one again at once\n").Role);

    /// <summary>None of them is to stand in a file that is committed, not as a value and not as what occurs often.</summary>
    [Theory]
    [InlineData(40, ColumnRole.Id)]
    [InlineData(20, ColumnRole.Ignore)]
    public void Addresses_of_persons_are_personal_and_no_category(int distinct, ColumnRole role)
    {
        var contract = _folder.Infer("mail,v\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"p{i % distinct}@example.org,{i * 7 % 40}\n")));

        Assert.Equal((ColumnType.Text, role, Classification.Personal), (contract.Columns[0].Type, contract.Columns[0].Role, contract.Columns[0].Classification));
        Assert.DoesNotContain("@example.org", ContractJson.Write(contract));
    }

    [Fact]
    public void One_row_says_nothing() =>
        Assert.All(_folder.Infer("a,b\n1,x\n").Columns, column => Assert.Equal(ColumnRole.Feature, column.Role));
}
