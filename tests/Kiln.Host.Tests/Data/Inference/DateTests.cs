using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

public sealed class DateTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("31.12.2024 01.02.2024", "%d.%m.%Y")]
    [InlineData("12/31/2024 01/02/2024", "%m/%d/%Y")]
    [InlineData("31/12/2024 01/02/2024", "%d/%m/%Y")]
    [InlineData("01/02/2024 03/04/2024", "%m/%d/%Y")]
    [InlineData("01-02-2024 03-04-2024", "%d-%m-%Y")]
    [InlineData("2024/01/31 2024/02/01", "%Y/%m/%d")]
    [InlineData("1/31/99 2/1/00", "%m/%d/%y")]
    [InlineData("31-Dec-2024 01-Feb-2024", "%d-%b-%Y")]
    [InlineData("2024-01-31 2024-02-01", null)]
    [InlineData("31.12.24 01.02.25", "%d.%m.%y")]
    [InlineData("20240131 20240201", "%Y%m%d")]
    public void Formats(string values, string? format)
    {
        var contract = _folder.Infer("k,v\n" + string.Concat(values.Split(' ').Select(value => $"x,{value}\n")));

        Assert.Equal(ColumnType.DateTime, contract.Columns[1].Type);
        Assert.Equal((format, null), (contract.Columns[1].DateFormat, contract.Dialect.DateFormat));
    }

    [Theory]
    [InlineData("10.4.22 1.3.12 3.12.14", "versions")]
    [InlineData("1/2/10 3/4/10 5/6/12", "ratios, or dates in any order")]
    public void A_year_of_two_digits_is_not_believed_of(string values, string what)
    {
        var column = _folder.InferColumn("k,v\n" + string.Concat(values.Split(' ').Select(value => $"x,{value}\n")));

        Assert.True(column.Type == ColumnType.Text, what);
    }

    [Fact]
    public void Each_column_has_its_own_format()
    {
        var dataset = _folder.Csv("a,b\n31/01/2024,01/31/2024\n01/02/2024,02/01/2024\n");
        var contract = Host.Data.Inference.ContractInference.Infer(dataset, null, DataFolder.NoWarning);

        Assert.Equal(["%d/%m/%Y", "%m/%d/%Y"], contract.Columns.Select(column => column.DateFormat));
        var table = _folder.Load(dataset, contract);
        Assert.Equal(Assert.IsType<DateTimeColumn>(table["a"]).Values, Assert.IsType<DateTimeColumn>(table["b"]).Values);
    }

    [Fact]
    public void A_clear_column_settles_an_unclear_one()
    {
        var contract = _folder.Infer("a,b\n01/02/2024,31/12/2024\n03/04/2024,01/01/2024\n");

        Assert.Equal(["%d/%m/%Y", "%d/%m/%Y"], contract.Columns.Select(column => column.DateFormat));
        Assert.Equal("2024-02-01", contract.Profile["a"].Min);
    }

    [Fact]
    public void Day_and_month_that_change_places_are_no_dates() =>
        Assert.Equal(ColumnType.Text, _folder.InferColumn("k,v\nx,31/12/2024\nx,12/31/2024\n").Type);

    [Fact]
    public void Times_count_in_the_profile_and_in_the_table()
    {
        var dataset = _folder.Csv("k,at\n1,31.12.2024 23:59:58\n2,01.01.2025\n3,\n");
        var contract = Host.Data.Inference.ContractInference.Infer(dataset, null, DataFolder.Ignored);

        Assert.Equal(("2024-12-31T23:59:58", "2025-01-01T00:00:00"), (contract.Profile["at"].Min, contract.Profile["at"].Max));
        var table = _folder.Load(dataset, contract);
        Assert.Equal([new DateTime(2024, 12, 31, 23, 59, 58), new DateTime(2025, 1, 1), null], Assert.IsType<DateTimeColumn>(table["at"]).Values);
    }
}
