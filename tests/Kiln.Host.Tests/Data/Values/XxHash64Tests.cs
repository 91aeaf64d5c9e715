using System.Text;
using Kiln.Host.Data.Loading;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Tests.Data.Values;

public class XxHash64Tests
{
    // From other implementations of XXH64.
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void Known_hashes(string text, ulong expected) => Assert.Equal(expected, XxHash64.Hash(Encoding.UTF8.GetBytes(text), 0));

    [Fact]
    public void A_row_keeps_its_hash_for_ever()
    {
        var hash = 0UL;
        foreach (var (column, field) in new[]
        {
            ("species", "Adelie"), ("island", "Torgersen"), ("bill", "39.1"), ("empty", ""), ("größe", "größer als 32 Bytes muss ein Feld auch sein"),
        })
            hash += RowHash.Field(Encoding.UTF8.GetBytes(field), RowHash.Seed(column));

        Assert.Equal(0xDAE0D8A526A2ED41, hash);
    }
}
