using Kiln.Host.Training;

namespace Kiln.Host.Tests.Training.Boosting;

public class EarlyStoppingTests
{
    [Fact]
    public void The_round_of_least_loss_is_the_best() => Assert.Equal(40, Run(round => Math.Abs(round - 40) + 10).Best);

    [Fact]
    public void A_loss_that_only_rises_stops_soon_at_the_first_round() => Assert.Equal((1, 22), Run(round => round));

    [Theory]
    [InlineData(10, 32)]
    [InlineData(100, 140)]
    [InlineData(500, 620)]
    public void The_longer_the_best_round_took_the_longer_it_waits(int best, int asked) =>
        Assert.Equal((best, asked), Run(round => round <= best ? 1000 - round : 1000));

    [Fact]
    public void What_falls_again_while_it_waits_goes_on() =>
        Assert.Equal(120, Run(round => round is <= 100 ? 1000 - round : round < 120 ? 950 : round == 120 ? 800 : 1000).Best);

    [Fact]
    public void Next_to_nothing_is_no_reason_to_go_on()
    {
        // Rows without an error: the loss of each round is nine tenths of the one before, and never 0.
        var (best, asked) = Run(round => Math.Pow(0.9, round));

        Assert.InRange(best, 50, 80);
        Assert.InRange(asked, best, 110);
    }

    [Fact]
    public void Small_gains_add_up()
    {
        var (best, asked) = Run(round => 1000 - round * 0.1);

        Assert.InRange(best, 995, 1000);
        Assert.Equal(1000, asked);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_it() => Assert.Equal((1, 22), Run(_ => double.NaN));

    static (int Best, int Asked) Run(Func<int, double> loss)
    {
        var stopping = new EarlyStopping();
        var round = 1;
        while (stopping.Add(loss(round)) && round < 1000)
            round++;
        return (stopping.Best, round);
    }
}
