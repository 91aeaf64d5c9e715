using Kiln.Host.Models;

namespace Kiln.Host.Tests.Runs;

/// <summary>A run's name is a folder on every system.</summary>
public class RunNameTests
{
    [Theory]
    [InlineData("a", "linear", "Fewer-leaves.2", "console", "com10", "2026-11-30")]
    public void Letters_and_digits_with_hyphens_and_dots_between_them_are_a_name(params string[] names) => Assert.All(names, name => Assert.True(RunName.IsValid(name), name));

    [Theory]
    [InlineData("", ".", "..", "a/b", "a\\b", "a b", "é", "-a", "a.", "a-", "CON", "nul.txt", "com1", "Lpt9.x", "a\n", "a:b", "*")]
    public void Anything_else_is_none(params string[] names) => Assert.All(names, name => Assert.False(RunName.IsValid(name), name));

    [Fact]
    public void The_longest_has_64_characters()
    {
        Assert.True(RunName.IsValid(new('a', 64)));
        Assert.False(RunName.IsValid(new('a', 65)));
    }
}
