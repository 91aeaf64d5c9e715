using Kiln.Contracts.Tunings;

namespace Kiln.Contracts.Tests.Tunings;

public class TuneBudgetTests
{
    [Theory]
    [InlineData("90s", 90, null, "90 s")]
    [InlineData("5m", 300, null, "5 min")]
    [InlineData("24h", 86_400, null, "1440 min")]
    [InlineData("50", null, 50, "50 trials")]
    [InlineData("10000", null, 10_000, "10,000 trials")]
    public void A_time_or_a_number_of_trials(string text, int? seconds, int? trials, string shown)
    {
        var budget = TuneBudget.Parse(text)!;

        Assert.Equal((seconds, trials, shown), ((int?)budget.Time?.TotalSeconds, budget.Trials, budget.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("5 m")]
    [InlineData("5M")]
    [InlineData("1.5h")]
    [InlineData("25h")]
    [InlineData("10001")]
    [InlineData("99999999999m")]
    [InlineData("00:05:00")]
    public void Nothing_else(string text) => Assert.Null(TuneBudget.Parse(text));
}
