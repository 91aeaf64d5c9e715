using Kiln.Host.Data;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Loading;

public sealed class ColumnMatchTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_column_that_is_not_in_the_file_is_an_error_in_the_contract()
    {
        var contract = _folder.Infer("id,size\n1,2\n7,4\n");

        Assert.Equal(
            "data.schema.json(7,1): error KILN1006: column 'size' is not in 'data.csv' (did you mean 'sise'?); correct the header of the file, "
            + "or the column's \"name\" here, or remove the column from the contract",
            _folder.Error(() => _folder.Load(_folder.Csv("id,sise\n1,2\n"), contract)));
    }

    [Fact]
    public void Where_no_name_is_similar_those_that_are_new_are_named()
    {
        var contract = _folder.Infer("id,size\n1,2\n7,4\n");

        Assert.StartsWith(
            "data.schema.json(7,1): error KILN1006: column 'size' is not in 'data.csv', which has 'metres' that the contract does not know; correct",
            _folder.Error(() => _folder.Load(_folder.Csv("id,metres\n1,2\n"), contract)));
    }

    [Fact]
    public void A_column_that_the_contract_does_not_know_is_a_warning()
    {
        var dataset = _folder.Csv("new,id,\"si,ze\",id\n9,1,2,3\n8,7,4,3\n");
        var contract = _folder.Infer("id,\"si,ze\"\n1,2\n7,4\n");
        _folder.Csv("new,id,\"si,ze\",id\n9,1,2,3\n8,7,4,3\n");

        var warnings = new List<Diagnostic>();
        var table = TableLoader.Load(dataset, contract, null, warnings.Add);

        Assert.Equal([1, 7], Assert.IsType<NumberColumn>(table["id"]).Values);
        Assert.Equal([2, 4], Assert.IsType<NumberColumn>(table["si,ze"]).Values);
        Assert.Equal(
            ["data.csv(1,1): warning KILN1010", "data.csv(1,16): warning KILN1010"],
            warnings.Select(warning => warning.ToString().Replace(_folder.Root + Path.DirectorySeparatorChar, "")[..warning.ToString().Replace(_folder.Root + Path.DirectorySeparatorChar, "").IndexOf(": column", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Order_of_columns_and_of_files_as_listed_changes_nothing()
    {
        var contract = _folder.Infer("a,b\nx,1\ny,2\n");
        _folder.Csv("a,b\nx,1\ny,2\n", "1.csv");
        _folder.Csv("b,a\n3,z\n", "2.csv");

        var one = _folder.Load(_folder.Dataset("data", "1.csv", "2.csv"), contract);
        var other = _folder.Load(_folder.Dataset("data", "2.csv", "1.csv"), contract);

        Assert.Equal(["x", "y", "z"], Assert.IsType<TextColumn>(one["a"]).Texts);
        Assert.Equal(Assert.IsType<TextColumn>(one["a"]).Texts, Assert.IsType<TextColumn>(other["a"]).Texts);
        Assert.Equal(one.RowHashes, other.RowHashes);
    }
}
