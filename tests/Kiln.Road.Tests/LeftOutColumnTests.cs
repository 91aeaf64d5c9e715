namespace Kiln.Road.Tests;

/// <summary>A column that no model can see is told by the reading of the data, so once in each build that reads them.</summary>
public sealed class LeftOutColumnTests : IDisposable
{
    readonly RoadProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_build_tells_it_once(bool hasModel)
    {
        _project.AddDataset("orders", ("orders.jsonl", string.Concat(Enumerable.Range(0, 200).Select(i => $"{{\"x\": {i % 37}.5, \"y\": {2 * (i % 37) + i % 3}.25, \"items\": [{i}]}}\n"))));
        if (hasModel)
            _project.Compile(RoadProject.Model("OrderModel", "orders", "y"));
        else
            _project.Compile();

        var (contract, training) = (_project.InferContracts(), _project.Train());

        Assert.True(training.Succeeded, training.Output);
        Assert.Contains("KILN1019", contract.Output);
        Assert.Matches(@"orders\.jsonl\(1,\d+\): warning KILN1045: column 'items' holds lists or objects", Assert.Single((contract.Output + training.Output).Split('\n'), line => line.Contains("KILN1045", StringComparison.Ordinal)));
        Assert.DoesNotContain("KILN1045", _project.Train().Output);
    }
}
