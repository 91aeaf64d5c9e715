using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

public sealed class DialectTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Delimiters(string delimiter)
    {
        var dataset = _folder.Csv("name,size,note\nx,1,\"a, b; c|d\"\ny,,\nz,3,\n".Replace(",", delimiter).Replace($"a{delimiter} b", "a, b"));
        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);

        Assert.Equal(delimiter, contract.Dialect.Delimiter);
        Assert.Equal(["name", "size", "note"], contract.Columns.Select(column => column.Name));
        Assert.Equal([1, double.NaN, 3], Assert.IsType<NumberColumn>(_folder.Load(dataset, contract)["size"]).Values);
    }

    [Fact]
    public void One_column_needs_no_delimiter()
    {
        var dataset = _folder.Csv("size\n1\n\n3\n");
        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);

        Assert.Equal([1, double.NaN, 3], Assert.IsType<NumberColumn>(_folder.Load(dataset, contract)["size"]).Values);
    }

    [Fact]
    public void A_quote_after_many_rows_without_is_still_one()
    {
        var dataset = _folder.Csv("a,b\n" + string.Concat(Enumerable.Repeat("1,x\n", 30_000)) + "2,\"x, y\"\n");

        Assert.Equal("\"", ContractInference.Infer(dataset, null, DataFolder.Ignored).Dialect.Quote);
    }

    [Fact]
    public void A_backslash_may_escape()
    {
        var dataset = _folder.Csv("a,b\n1,\"say \\\"hi\\\", or\"\n2,\"x\"\n");
        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);

        Assert.Equal("\\", contract.Dialect.Escape);
        Assert.Equal(["say \"hi\", or", "x"], Assert.IsType<TextColumn>(_folder.Load(dataset, contract)["b"]).Texts);
    }

    [Fact]
    public void The_pinned_dialect_reads_a_later_file_or_refuses_it()
    {
        var contract = _folder.Infer("a,b\n1,2\n5,4\n");
        var later = _folder.Csv("a;b\n1;2\n");

        Assert.Equal(
            "data.csv(1,1): error KILN1004: this file separates fields with ';', but 'data.schema.json' says ',', and the files of one dataset need one "
            + "separator; rewrite it with that separator, or make it a separate dataset",
            _folder.Error(() => _folder.Load(later, contract)));
    }

    [Fact]
    public void Packed_and_plain_are_the_same_to_a_contract()
    {
        const string csv = "a,b\n1,x\n2,y\n4,x\n8,y\n";
        var plain = ContractJson.Write(ContractInference.Infer(_folder.Csv(csv), null, DataFolder.Ignored));

        Assert.Equal(plain, ContractJson.Write(ContractInference.Infer(_folder.Packed(csv, "data.csv.gz"), null, DataFolder.Ignored)));
        Assert.Equal(plain, ContractJson.Write(ContractInference.Infer(_folder.Packed(csv, "packed without saying so.csv"), null, DataFolder.Ignored)));
    }

    [Theory]
    [InlineData("a b", "a b")]
    [InlineData(" a , b ", "a|b")]
    [InlineData(",a", "column1|a")]
    [InlineData(",column1,", "column1_2|column1|column3")]
    [InlineData("a,a,A,a_2,a", "a|a_3|A|a_2|a_4")]
    [InlineData("größe,\"x,\ny\",class", "größe|x,\ny|class")]
    public void Headers(string header, string names)
    {
        var dataset = _folder.Csv(header + "\n");

        Assert.Equal(names.Split('|'), CsvHeader.Names(CsvHeader.Read(dataset.Files[0], new Dialect())));
    }

    [Fact]
    public void Every_header_has_its_own_property()
    {
        var contract = _folder.Infer(",class,a b,a_b,2nd,名前,???\n1,2,3,4,5,6,7\n2,2,3,4,5,6,7\n");

        Assert.Equal(["Column1", "Class", "AB", "AB2", "_2nd", "名前", "Column"], contract.Columns.Select(column => column.Property));
        Assert.Equal(ColumnRole.Id, contract.Columns[0].Role);
    }

    [Fact]
    public void Properties_keep_clear_of_the_types_they_are_in()
    {
        var contract = _folder.Infer("data,input,columns,to string,equals\n1,2,3,4,5\n2,2,3,4,5\n");

        Assert.Equal(["DataValue", "InputValue", "ColumnsValue", "ToStringValue", "EqualsValue"], contract.Columns.Select(column => column.Property));
    }

    [Fact]
    public void Numbers_may_be_names_beside_others()
    {
        var contract = _folder.Infer("size,2019,2020,0.5\n1,2,3,4\n2,2,3,4\n");

        Assert.Equal(["Size", "_2019", "_2020", "_0_5"], contract.Columns.Select(column => column.Property));
    }
}
