// origin: alongside the rules
// application: ChurnApp
using ChurnApp;
using Xunit;

namespace ChurnApp.Tests;

public sealed class ChurnModelTests
{
    readonly ChurnModel _model = ChurnModel.Load();

    [Fact]
    public void A_longer_contract_never_raises_the_risk()
    {
        var monthly = new ChurnModel.Input { Tenure = 10, Contract = "Month-to-month", MonthlyCharges = 60 };
        var yearly = monthly with { Contract = "One year" };
        Assert.True(_model.Predict(yearly).Probability <= _model.Predict(monthly).Probability);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(72)]
    public void A_probability_is_one(long tenure)
    {
        var prediction = _model.Predict(new ChurnModel.Input { Tenure = tenure, Contract = "Two year", MonthlyCharges = 20 });
        Assert.InRange(prediction.Probability, 0, 1);
    }
}
