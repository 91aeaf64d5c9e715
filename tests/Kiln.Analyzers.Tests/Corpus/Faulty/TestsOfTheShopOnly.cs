// origin: blind, second round
// Tests of the shop, none of the model. // KILN4009
// application: ChurnApp
using ChurnApp;
using Xunit;

namespace ChurnApp.Tests;

public class DiscountTests
{
    [Theory]
    [InlineData(0.9, 10)]
    [InlineData(0.1, 0)]
    public void Risk_is_worth_ten_percent(double risk, int percent) => Assert.Equal(percent, Discounts.For(risk));

    [Fact]
    public void There_are_contracts_to_choose_from()
    {
        var inputs = from contract in new[] { "Month-to-month", "One year", "Two year" }
                     select new ChurnModel.Input { Tenure = 1, Contract = contract, MonthlyCharges = 50 };
        Assert.NotEmpty(inputs.ToList());
    }
}
