using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data;

public class PenguinsTests
{
    [Fact]
    public void The_inferred_contract_loads_its_data()
    {
        using var folder = new DataFolder();
        var dataset = folder.Real("penguins");

        var contract = ContractInference.Infer(dataset, "../kiln.schema.json", DataFolder.NoWarning);
        File.WriteAllText(dataset.Contract, ContractJson.Write(contract));
        var table = TableLoader.Load(dataset, ContractFile.Load(dataset), null, DataFolder.NoWarning);

        Assert.Equal("../kiln.schema.json", contract.Schema);
        Assert.Equal(344, contract.Rows);
        Assert.Equal(344, table.Rows);
        var species = Assert.IsType<TextColumn>(table["species"]);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], species.Texts);
        Assert.Equal((152, 68, 124), (species.Codes.Count(c => c == 0), species.Codes.Count(c => c == 1), species.Codes.Count(c => c == 2)));
        var bill = Assert.IsType<NumberColumn>(table["bill_length_mm"]);
        Assert.Equal([39.1, 39.5, 40.3, double.NaN, 36.7], bill.Values[..5]);
        Assert.True(bill.IsMissing(3));
        Assert.Equal(11, Enumerable.Range(0, 344).Count(table["sex"].IsMissing));
    }
}
