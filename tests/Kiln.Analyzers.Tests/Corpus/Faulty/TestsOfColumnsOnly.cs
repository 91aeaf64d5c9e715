// origin: alongside the rules
// KILN4009
// application: ChurnApp
using ChurnApp;
using Xunit;

namespace ChurnApp.Tests.Columns;

public class ContractTests
{
    [Fact]
    public void The_label_is_named_as_the_file_spells_it() => Assert.Equal("Churned", ChurnModel.Columns.Churned);

    [Fact]
    public void An_input_keeps_what_it_is_given()
    {
        var customer = new ChurnModel.Input { Tenure = 3, Contract = "One year", MonthlyCharges = 30 };
        Assert.Equal(3, customer.Tenure);
        Assert.True(customer.MonthlyCharges > 0);
    }
}
