namespace Kiln.Contracts.Tests;

public sealed class NearestTests
{
    static readonly string[] Candidates = ["Churned", "Tenure", "MonthlyCharges", "y"];

    [Theory]
    [InlineData("churned", "Churned")]
    [InlineData("Chruned", "Churned")]
    [InlineData("Churn", "Churned")]
    [InlineData("Tenur", "Tenure")]
    [InlineData("monthly_charges", "MonthlyCharges")]
    [InlineData("z", "y")]
    [InlineData("Nonsense", null)]
    [InlineData("Charges", null)]
    [InlineData("", null)]
    public void Suggests_what_a_misspelling_meant(string name, string? meant) => Assert.Equal(meant, Nearest.Find(name, Candidates));

    [Fact]
    public void Prefers_the_fewest_edits() => Assert.Equal("abcd", Nearest.Find("abce", ["abxx", "abcd", "abdd"]));

    [Fact]
    public void Says_nothing_without_candidates()
    {
        Assert.Null(Nearest.Find("x", []));
        Assert.Equal("", Nearest.Hint("x", []));
        Assert.Equal(" (did you mean 'x'?)", Nearest.Hint("X", ["x"]));
    }
}
