using Kiln.Host.Training.Trials;

namespace Kiln.Host.Tests.Training.Trials;

public class RealityCheckTests
{
    const int Blocks = 200;
    const int Searches = 100;

    /// <summary>Forty settings that are as good as the default, and whose losses differ by chance: one of a hundred searches in twenty may think otherwise.</summary>
    [Fact]
    public void The_best_of_many_that_are_no_better_is_taken_for_luck()
    {
        var wrong = Enumerable.Range(0, Searches).Count(seed => Low(seed, gain: 0) > 0);

        Assert.InRange(wrong, 0, 11);
    }

    /// <summary>Were it held against one trial's error, more than half of them would be.</summary>
    [Fact]
    public void Without_counting_the_trials_luck_would_be_taken_for_gain()
    {
        var wrong = Enumerable.Range(0, Searches).Count(seed =>
        {
            var (defaults, trials, best) = Draw(seed, gain: 0);
            return RealityCheck.Of(defaults, [trials[best]], 0, Blocks).Low > 0;
        });

        Assert.InRange(wrong, 50, Searches);
    }

    [Fact]
    public void What_is_better_is_found()
    {
        var found = Enumerable.Range(0, Searches).Count(seed => Low(seed, gain: 0.4) > 0);

        Assert.InRange(found, 90, Searches);
    }

    /// <summary>Trials that a first fold ruled out were looked at too.</summary>
    [Fact]
    public void Trials_that_few_blocks_judged_count_as_well()
    {
        var (defaults, trials, best) = Draw(1, gain: 0.1);
        var alone = RealityCheck.Of(defaults, [trials[best]], 0, Blocks);
        var beside = RealityCheck.Of(defaults, [trials[best], .. trials.Where((_, i) => i != best).Select(losses => losses.Select((loss, block) => block % 5 == 0 ? loss : 0).ToArray())], 0, Blocks);

        Assert.True(beside.Low < alone.Low && beside.Chance > alone.Chance);
        Assert.Equal(alone.High, beside.High, 12);
    }

    [Fact]
    public void Where_nobody_loses_anything_nothing_is_gained() =>
        Assert.Equal((0, 0, 1), RealityCheck.Of(new double[Blocks], [new double[Blocks], new double[Blocks]], 1, Blocks));

    static double Low(int seed, double gain)
    {
        var (defaults, trials, best) = Draw(seed, gain);
        return RealityCheck.Of(defaults, trials, best, Blocks).Low;
    }

    static (double[] Defaults, double[][] Trials, int Best) Draw(int seed, double gain)
    {
        var random = new Random(seed);
        double[] defaults = [.. Enumerable.Range(0, Blocks).Select(_ => 5 + random.NextDouble())];
        double[][] trials = [.. Enumerable.Range(0, 40).Select(trial => defaults.Select(loss => loss - (trial == 7 ? gain : 0) + 2 * (random.NextDouble() - 0.5)).ToArray())];
        return (defaults, trials, Enumerable.Range(0, trials.Length).MinBy(trial => trials[trial].Sum()));
    }
}
