namespace Kiln.Contracts.Tests;

public class ShortenedTests
{
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("abcd", "abc…")]
    [InlineData("ab😀", "ab…")]
    [InlineData("a😀b", "a😀…")]
    public void No_character_is_cut_in_half(string text, string shown) => Assert.Equal(shown, Shortened.Text(text, 3));
}
