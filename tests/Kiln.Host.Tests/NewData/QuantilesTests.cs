using Kiln.Host.NewData;

namespace Kiln.Host.Tests.NewData;

public sealed class QuantilesTests
{
    /// <summary>From tables of the χ² distribution.</summary>
    [Theory]
    [InlineData(1, 0.05, 3.841)]
    [InlineData(1, 0.0001, 15.137)]
    [InlineData(4, 0.01, 13.277)]
    [InlineData(9, 0.05, 16.919)]
    [InlineData(9, 0.0001, 33.720)]
    [InlineData(19, 0.001, 43.820)]
    public void Upper_quantiles_of_chi_squared_are_those_of_tables(int degrees, double probability, double expected) =>
        Assert.Equal(expected, Quantiles.ChiSquared(degrees, probability), 0.015 * expected);
}
