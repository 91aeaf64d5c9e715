using System.Text;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Tests.Data.Values;

public class TextPoolTests
{
    [Fact]
    public void Texts_are_numbered_as_they_come_and_found_again()
    {
        var pool = new TextPool();
        var random = new Random(3);
        var expected = new List<string>();
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string('ü', random.Next(0, 40)) + random.Next(5_000);
            if (!expected.Contains(text))
                expected.Add(text);
            Assert.Equal(expected.IndexOf(text), pool.Add(Encoding.UTF8.GetBytes(text)));
            if (expected.Count > 1_500)
                break;
        }

        Assert.Equal(expected, pool.Texts());
        Assert.Equal(-1, pool.Find("nowhere"u8));
        Assert.All(expected, text => Assert.Equal(text, pool.Text(pool.Find(Encoding.UTF8.GetBytes(text)))));
    }
}
