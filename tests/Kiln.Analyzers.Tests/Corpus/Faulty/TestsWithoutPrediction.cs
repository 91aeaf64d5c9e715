// origin: alongside the rules
// KILN4009
// application: ChurnApp
using ChurnApp;
using Xunit;

namespace ChurnApp.Tests;

public class DiscountTests
{
    [Fact]
    public void Whoever_would_leave_gets_a_discount() => Assert.Equal(10, Discounts.For(0.8));

    [Fact]
    public void Whoever_stays_gets_none() => Assert.Equal(0, Discounts.For(0.2));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    public void Half_is_not_enough(double probability) => Assert.Equal(0, Discounts.For(probability));
}
