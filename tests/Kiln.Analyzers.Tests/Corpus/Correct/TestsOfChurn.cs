// origin: blind, first round
// application: ChurnApp
using ChurnApp;
using Xunit;

namespace ChurnTests;

public sealed class BehaviourTests
{
    static readonly ChurnModel.Input Customer = new() { Tenure = 10, Contract = "One year", MonthlyCharges = 60 };

    [Fact]
    public void Long_customers_stay()
    {
        var model = ChurnModel.Load();
        var young = model.Predict(Customer with { Tenure = 1 }).Probability;
        var old = model.Predict(Customer with { Tenure = 70 }).Probability;
        Assert.True(old < young);
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.9, 10)]
    public void Only_leavers_get_a_discount(double probability, int discount) => Assert.Equal(discount, Discounts.For(probability));
}
