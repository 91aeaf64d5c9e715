// origin: blind, first round
// A suite that never asks the model. // KILN4009
// application: ChurnApp
using ChurnApp;
using Xunit;

namespace ChurnTests;

public sealed class DiscountTests
{
    [Fact]
    public void Leavers_get_ten_percent() => Assert.Equal(10, Discounts.For(0.8));

    [Fact]
    public void The_model_has_inputs() => Assert.NotEmpty(typeof(ChurnModel.Input).GetProperties());
}
