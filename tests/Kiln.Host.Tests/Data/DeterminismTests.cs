using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data;

public sealed class DeterminismTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("penguins")]
    [InlineData("seattle_weather")]
    [InlineData("flights")]
    [InlineData("tate")]
    public void The_same_file_gives_the_same_bytes(string name)
    {
        var dataset = _folder.Real(name);
        var first = ContractJson.Write(ContractInference.Infer(dataset, null, DataFolder.Ignored));

        Assert.Equal(first, ContractJson.Write(ContractInference.Infer(dataset, null, DataFolder.Ignored)));
        Assert.Equal(first, ContractJson.Write(ContractJson.Read(first)));
        Assert.Equal(ContractInference.Infer(dataset, null, DataFolder.Ignored).Rows, _folder.Load(dataset, ContractJson.Read(first)).Rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Rows_come_in_order_with_any_number_of_threads(int threads)
    {
        var source = CsvSource.Open(
            _folder.Csv("n,pad\n" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{i},{new string('x', i % 60)}\n"))).Files[0], new Dialect());
        using var engine = DuckEngine.Open();
        engine.Query($"SET threads = {threads}").Dispose();

        var next = 0;
        source.Read(engine, ["n"], chunk =>
        {
            for (var row = 0; row < chunk.Rows; row++)
                Assert.Equal(next++, int.Parse(chunk[0][row]));
        });

        Assert.Equal(400_000, next);
    }

    [Fact]
    public void The_order_of_rows_does_not_change_what_is_observed()
    {
        var rows = Enumerable.Range(0, 5_000).Select(i => $"{i % 97 * 0.1:0.0#},{i % 7}x,{i % 300}\n").ToArray();
        var one = ContractJson.Write(_folder.Infer("a,b,c\n" + string.Concat(rows)));
        new Random(1).Shuffle(rows);

        Assert.Equal(one, ContractJson.Write(_folder.Infer("a,b,c\n" + string.Concat(rows))));
    }

    [Fact]
    public void Five_hundred_columns_work()
    {
        var header = string.Join(',', Enumerable.Range(0, 500).Select(i => "c" + i));
        var rows = string.Concat(Enumerable.Range(0, 50).Select(r => string.Join(',', Enumerable.Range(0, 500).Select(c => (r * c % 11).ToString())) + "\n"));
        var dataset = _folder.Csv(header + "\n" + rows);

        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);
        var table = _folder.Load(dataset, contract);

        Assert.Equal((500, 50), (contract.Columns.Count, table.Rows));
        Assert.Equal(Enumerable.Range(0, 50).Select(r => (double)(r * 499 % 11)), Assert.IsType<NumberColumn>(table["c499"]).Values);
    }
}
