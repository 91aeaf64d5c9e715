using Kiln.Host.Training.Linear;

namespace Kiln.Host.Tests.Training.Linear;

public class ElementaryTests
{
    const double Close = 5e-16;

    [Fact]
    public void The_exponential_is_right_to_the_last_digits()
    {
        for (var x = -700.0; x <= 700; x += 0.0371)
            Assert.Equal(1, Elementary.Exp(x) / Math.Exp(x), Close);
        Assert.Equal(1, Elementary.Exp(0));
        Assert.Equal(0, Elementary.Exp(-800));
        Assert.Equal(double.PositiveInfinity, Elementary.Exp(800));
        Assert.Equal(double.NaN, Elementary.Exp(double.NaN));
    }

    [Fact]
    public void The_logarithm_is_right_to_the_last_digits()
    {
        for (var x = 1.000001; x < 1e9; x *= 1.0037)
            Assert.Equal(1, Elementary.Log(x) / Math.Log(x), Close);
        Assert.Equal(0, Elementary.Log(1));
    }
}
