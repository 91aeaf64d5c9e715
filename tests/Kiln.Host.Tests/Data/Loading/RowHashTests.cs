using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Loading;

public sealed class RowHashTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Layout_does_not_matter()
    {
        var contract = _folder.Infer("a,b,c\n1,x,\n2,y,0.1\n5,x,\n6,y,0.1\n");
        var expected = Hashes(contract, "a,b,c\n1,x,\n2,y,0.1\n");

        Assert.Equal(expected, Hashes(contract, "\uFEFFa,b,c\r\n\"1\",\"x\",\"\"\r\n\r\n2,y,0.1"));
        Assert.Equal(expected, Hashes(contract, "c,a,b\n , 1,x\n0.1 ,2,\"y\"\n"));
        Assert.Equal([expected[1], expected[0]], Hashes(contract, "a,b,c\n2,y,0.1\n1,x,\n"));
    }

    [Fact]
    public void Values_and_their_columns_do()
    {
        var contract = _folder.Infer("a,b\nx,y\ny,x\nx,y\ny,x\n");

        Assert.Equal(2, Hashes(contract, "a,b\nx,y\ny,x\n").Distinct().Count());
    }

    [Fact]
    public void Digits_that_a_float_cannot_hold_do_too()
    {
        var contract = _folder.Infer("a,b\n1,0.1\n2,0.2\n");

        Assert.Equal(2, Hashes(contract, "a,b\n1,0.10000000000000001\n1,0.10000000000000002\n").Distinct().Count());
    }

    [Fact]
    public void Every_way_to_say_missing_is_one()
    {
        var contract = _folder.Infer("a,b\n1,NA\n2,0.1\n3,?\n");
        Assert.Equal(["?", "NA"], contract.Columns[1].Missing);

        Assert.Single(Hashes(contract, "a,b\n1,NA\n1,?\n1,\n1,\"\"\n").Distinct());
    }

    [Fact]
    public void What_is_ignored_is_no_part_of_the_data()
    {
        var contract = _folder.Infer("a,b\n1,x\n2,y\n");
        var ignoring = new DataContract
        {
            Dataset = contract.Dataset,
            Columns = [contract.Columns[0], new() { Name = "b", Property = "B", Type = ColumnType.Text, Nullable = true, Role = ColumnRole.Ignore }],
        };

        Assert.Equal(Hashes(ignoring, "a,b\n1,x\n2,y\n"), Hashes(ignoring, "a,b\n1,z\n2,\n"));
    }

    // From a sum of hashes by another implementation of XXH64 (python-xxhash 3.2).
    [Fact]
    public void Penguins_keep_theirs()
    {
        var dataset = _folder.Real("penguins");
        var table = _folder.Load(dataset, ContractInference.Infer(dataset, null, DataFolder.Ignored));

        Assert.Equal(0x34328BE3063D1C61UL, table.RowHashes[0]);
        Assert.Equal(0xE26438DABC3595A9UL, table.RowHashes[343]);
        Assert.Equal(344, table.RowHashes.Distinct().Count());
    }

    ulong[] Hashes(DataContract contract, string csv) => _folder.Load(_folder.Csv(csv), contract).RowHashes;
}
