using System.Text;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Models;

public sealed class ModelFileNameTests
{
    [Theory]
    [InlineData("ChurnModel")]
    [InlineData("TeamA.ChurnModel")]
    [InlineData("TeamA.Outer+Inner+Model_2")]
    [InlineData("Läden.Größe")]
    [InlineData("Console.Model")]
    public void It_is_the_classs_full_name(string type) => Assert.Equal(type, ModelFileName.Format(type));

    [Theory]
    [InlineData("Con", "Con")]
    [InlineData("aux.Model", "Model")]
    [InlineData("COM1.Outer+Model", "Model")]
    [InlineData("<File>F00__Model", "FileF00__Model")]
    [InlineData("A.Outer`1+Model", "Model")]
    public void A_name_that_some_file_system_refuses_becomes_one_that_all_take(string type, string ending)
    {
        var name = ModelFileName.Format(type);

        Assert.Matches($"^0[0-9a-f]{{15}}[.]{ending}$", name);
        Assert.Equal(name, ModelFileName.Format(type));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('ä')]
    [InlineData('语')]
    public void A_name_too_long_for_a_file_is_cut_and_still_no_other(char letter)
    {
        var (one, two) = (ModelFileName.Format("A." + new string(letter, 300)), ModelFileName.Format("B." + new string(letter, 300)));

        Assert.NotEqual(one, two);
        Assert.All([one, two], name => Assert.InRange(Encoding.UTF8.GetByteCount(name), 20, 180));
    }
}
