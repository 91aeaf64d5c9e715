using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

public sealed class RealDataTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("penguins", 344, "species category feature|island category feature|bill_length_mm number? feature|bill_depth_mm number? feature"
        + "|flipper_length_mm integer? feature|body_mass_g integer? feature|sex category? feature|year integer feature")]
    [InlineData("seattle_weather", 1461, "date date-time time|precipitation number feature|temp_max number feature|temp_min number feature"
        + "|wind number feature|weather category feature")]
    [InlineData("flights", 5000, "date date-time time|delay integer feature|distance integer feature|origin category feature|destination category feature")]
    [InlineData("tate", 714, "id integer id|artist category feature|title text feature|medium category feature|year integer feature")]
    public void Columns(string name, int rows, string expected)
    {
        var contract = ContractInference.Infer(_folder.Real(name), null, DataFolder.NoWarning);

        Assert.Equal(rows, contract.Rows);
        Assert.Equal(expected.Split('|'), contract.Columns.Select(c => $"{c.Name} {Words.Format(c.Type)}{(c.Nullable ? "?" : "")} {Words.Format(c.Role)}"));
    }

    [Fact]
    public void What_was_observed()
    {
        var profile = ContractInference.Infer(_folder.Real("seattle_weather"), null, DataFolder.Ignored).Profile;

        Assert.Equal(("2012-01-01", "2015-12-31", 1461L), (profile["date"].Min, profile["date"].Max, profile["date"].Distinct));
        Assert.Equal((-1.6, 35.6, 16.4391), (double.Parse(profile["temp_max"].Min!), double.Parse(profile["temp_max"].Max!), profile["temp_max"].Mean));
        Assert.Equal([1213, 116, 57, 36, 17, 11, 5, 1, 2, 3], profile["precipitation"].Histogram);
        Assert.Equal("rain 641, sun 640, fog 101, drizzle 53, snow 26", string.Join(", ", profile["weather"].Top.Select(top => $"{top.Key} {top.Value}")));
    }
}
