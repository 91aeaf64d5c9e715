using System.Text;
using Kiln.Host.Reports;

namespace Kiln.Host.Tests.Reports;

/// <summary>A column's name, a value or a message calls nobody, links nowhere and is no markup, wherever it is written as Markdown.</summary>
public class MarkdownTextTests
{
    [Theory]
    [InlineData("@octocat of a@b.example", "@&#8203;octocat of a@&#8203;b.example")]
    [InlineData("see #12, a/b#3 and !4", "see #&#8203;12, a/b#&#8203;3 and !&#8203;4")]
    [InlineData("http://a.example WWW.a.example", "http:&#8203;//a.example WWW&#8203;.a.example")]
    [InlineData("`code` *x* ~~y~~ $z$", @"\`code\` \*x\* \~\~y\~\~ \$z\$")]
    [InlineData("&amp; &#60;b> & <b>", "&amp;amp; &amp;#&#8203;60;b> & &lt;b>")]
    [InlineData("[x](y) ![x](y) [x]: y [Model]", @"[x]\(y) ![x]\(y) [x]\: y [Model]")]
    [InlineData(@"a\|b C:\data\x_y \*", @"a\\\|b C:\data\x_y \\\*")]
    [InlineData("_x_ bill_length_mm __y", @"\_x\_ bill_length_mm \_\_y")]
    [InlineData("# a\r\nb", "#&#8203; a b")]
    [InlineData("12. a", @"12\. a")]
    [InlineData("- a", @"\- a")]
    [InlineData("---", @"\---")]
    [InlineData("-0.5 (≥ 0.1)", "-0.5 (≥ 0.1)")]
    [InlineData("> a > b", @"\> a > b")]
    public void Text_says_what_it_says(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a``b`c", "```a``b`c```")]
    [InlineData("`a", "`` `a ``")]
    public void Code_ends_where_it_is_meant_to(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Code(text));

    [Fact]
    public void A_table_has_a_cell_for_each_text()
    {
        var text = new StringBuilder();
        MarkdownTable.Write(text, ["a|b", "n"], [[@"x\|y", "1"]], 1..);
        MarkdownTable.WritePadded(text, ["", "n|"], [["run a", "0.5"]], (_, column) => column == 1);

        Assert.Equal("""
            | a\|b | n |
            |---|---:|
            | x\\\|y | 1 |
            |       | n\|     |
            | ----- | ------- |
            | run a | **0.5** |

            """.ReplaceLineEndings("\n"), text.ToString());
    }
}
