using Kiln.Host.NewData;

namespace Kiln.Host.Tests.NewData;

/// <summary>How many times the largest of earlier differences a new one is at most, against draws.</summary>
public class LargestOfManyTests
{
    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(4, 0.01)]
    [InlineData(10, 0.01)]
    [InlineData(60, 0.002)]
    public void As_many_are_larger_as_is_said(int count, double probability)
    {
        var (chance, larger) = (new Random(7), 0);
        const int Draws = 200_000;
        double Square() => -2 * Math.Log(1 - chance.NextDouble()) * Math.Pow(Math.Cos(2 * Math.PI * chance.NextDouble()), 2);
        var factor = LargestOfMany.Factor(count, probability);

        for (var draw = 0; draw < Draws; draw++)
        {
            var (fresh, most) = (Square(), 0.0);
            for (var i = 0; i < count && factor * most < fresh; i++)
                most = Math.Max(most, Square());
            larger += fresh > factor * most ? 1 : 0;
        }

        Assert.InRange((double)larger / Draws, 0.85 * probability, 1.15 * probability);
    }

    [Fact]
    public void Of_many_it_is_less_than_of_few() =>
        Assert.True(LargestOfMany.Factor(60, 1e-5) < LargestOfMany.Factor(10, 1e-5) && LargestOfMany.Factor(10, 1e-5) < LargestOfMany.Factor(4, 1e-5));
}
