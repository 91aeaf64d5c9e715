using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data;

public sealed class ProfileTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbers()
    {
        var profile = _folder.Infer("k,v\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"x,{i / 3.0:R}\n")) + "x,\n").Profile["v"];

        Assert.Equal(0.00990099, profile.Missing);
        Assert.Equal(100, profile.Distinct);
        Assert.Equal(("0.3333333333333333", "33.333333333333336"), (profile.Min, profile.Max));
        Assert.Equal(16.8333, profile.Mean);
        Assert.Equal([1.66667, 8.33333, 16.6667, 25, 31.6667], profile.Quantiles);
        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 10, 10], profile.Histogram);
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        var profile = _folder.Infer("k,v\nx,-1.7e308\nx,1.7e308\nx,1.7e308\n").Profile["v"];

        Assert.Equal(5.66667e307, profile.Mean);
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 2], profile.Histogram);
    }

    [Fact]
    public void Top_values_by_rows_then_by_name()
    {
        var profile = _folder.Infer("k,v\n" + string.Concat("c c b b a a a d d".Split(' ').Select(v => $"x,{v}\n"))).Profile["v"];

        Assert.Equal(["a 3", "b 2", "c 2", "d 2"], profile.Top.Select(top => $"{top.Key} {top.Value}"));
        Assert.Null(profile.Mean);
        Assert.Empty(profile.Histogram);
    }

    [Fact]
    public void Long_categories_are_shown_in_part()
    {
        var name = new string('a', 79) + "😀 and so on";
        var profile = _folder.Infer("k,v\n" + string.Concat(Enumerable.Repeat($"1,{name}\n2,b\n", 4))).Profile["v"];

        Assert.Equal(["b", new string('a', 79) + "…"], profile.Top.Select(top => top.Key).Order(StringComparer.Ordinal).Reverse());
    }

    /// <summary>The contract is committed, and its profile is packed as documentation: what somebody wrote is in neither, however often.</summary>
    [Fact]
    public void Free_text_is_counted_and_not_shown()
    {
        var data = _folder.Csv("k,v\n1,Jane Doe\n2,call me at 555\n3,call me at 555\n4,John Doe\n");
        var contract = ContractInference.Infer(data, null, DataFolder.Ignored);

        Assert.Equal((ColumnType.Text, 3), (contract.Columns[1].Type, contract.Profile["v"].Distinct));
        Assert.DoesNotContain("555", ContractJson.Write(contract));
        var observed = TableProfile.Observe(_folder.Load(data, contract))["v"];
        Assert.Equal(3, observed.Distinct);
        Assert.Empty(observed.Top);
    }
}
