using Kiln.Contracts.Data;

namespace Kiln.Contracts.Tests.Data;

public sealed class PositiveClassTests
{
    [Theory]
    [InlineData("No", "Yes", "Yes")]
    [InlineData("YES", "absent", "YES")]
    [InlineData("+", "-", "+")]
    [InlineData("negative", "positive", "positive")]
    [InlineData("0", "1", "1")]
    [InlineData("-1", "1", "1")]
    [InlineData("1", "0.0", "1")]
    [InlineData("1", "2", "2")]
    [InlineData("nonspam", "spam", "spam")]
    [InlineData("bad", "good", "good")]
    public void Without_data_it_says_yes_or_is_the_second(string first, string second, string positive) =>
        Assert.Equal(positive, PositiveClass.Default([first, second]));

    [Theory]
    [InlineData("bad", 300, "good", 700, "bad")]
    [InlineData("bad", 700, "good", 300, "good")]
    [InlineData("bad", 500, "good", 500, "good")]
    [InlineData("no", 300, "yes", 700, "yes")]
    [InlineData("yes", 700, "zero", 300, "yes")]
    [InlineData("1", 300, "2", 700, "1")]
    [InlineData("-1", 300, "1", 700, "1")]
    public void With_data_the_rarer_comes_before_the_second(string first, long firstRows, string second, long secondRows, string positive) =>
        Assert.Equal(positive, PositiveClass.Choose([new(first, firstRows), new(second, secondRows)]));
}
