// origin: blind, second round
// application: ChurnApp
using ChurnApp;
using Xunit;

namespace ChurnApp.Tests;

/// <summary>The very model that ships.</summary>
public sealed class ChurnTests
{
    static readonly ChurnModel.Input Customer = new() { Tenure = 12, Contract = "One year", MonthlyCharges = 70 };

    readonly ChurnModel _model = ChurnModel.Load();

    [Fact]
    public void Who_may_leave_every_month_does_so_more_often()
    {
        var bound = Risk(Customer with { Contract = "Two year" });
        var free = Risk(Customer with { Contract = "Month-to-month" });
        Assert.True(free > bound);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(72)]
    public void A_risk_is_a_probability(int months) => Assert.InRange(Risk(Customer with { Tenure = months }), 0, 1);

    [Fact]
    public void Who_stays_gets_no_discount() => Assert.Equal(0, Discounts.For(0.2));

    double Risk(ChurnModel.Input customer) => _model.Predict(customer).Probability;
}
