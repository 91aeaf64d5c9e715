using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data;

public sealed class CultureTests : IDisposable
{
    readonly DataFolder _folder = new();
    readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _folder.Dispose();
    }

    /// <summary>Not a culture of the system's: those are all invariant here. One that writes numbers, dates and signs as no other does.</summary>
    static CultureInfo Strange
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            culture.NumberFormat.NegativeSign = "minus";
            culture.DateTimeFormat.DateSeparator = "~";
            culture.DateTimeFormat.TimeSeparator = "h";
            return culture;
        }
    }

    [Fact]
    public void No_culture_changes_a_byte()
    {
        const string csv = "at,size,INDIGO,ok\n2024-01-02T03:04:05,-1.25,I,TRUE\n2024-01-03,1234567.5,ı,false\n2024-02-01,1e-7,I,TRUE\n2024-02-02,5,ı,false\n";
        var dataset = _folder.Csv(csv);
        var expected = ContractJson.Write(ContractInference.Infer(dataset, null, DataFolder.Ignored));
        var table = _folder.Load(dataset, ContractInference.Infer(dataset, null, DataFolder.Ignored));

        CultureInfo.CurrentCulture = Strange;
        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);
        var again = _folder.Load(dataset, contract);

        Assert.Equal(expected, ContractJson.Write(contract));
        Assert.Equal([-1.25, 1234567.5, 1e-7, 5], Assert.IsType<NumberColumn>(again["size"]).Values);
        Assert.Equal(table.RowHashes, again.RowHashes);
        Assert.StartsWith("data.csv(2,1): error KILN1009: '-9' is below the \"min\" -1.5", _folder.Error(() => _folder.Load(
            _folder.Csv("size\n-9\n"),
            new DataContract
            {
                Dataset = "data",
                Columns = [new() { Name = "size", Property = "Size", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature, Min = -1.5 }],
            })));
    }
}
