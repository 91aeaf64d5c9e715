using Kiln.Contracts.Json;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Json;

public sealed class JsonWriterTests
{
    [Fact]
    public void Short_things_stand_on_one_line() => Assert.Equal(
        """
        {
          "a": 1,
          "b": [
            { "c": [1, 2], "d": {}, "e": [] },
            []
          ],
          "f": {}
        }

        """,
        new JsonWriter().Object()
            .Name("a").Value(1)
            .Name("b").Array()
            .Object(oneLine: true).Name("c").Array().Value(1).Value(2).End().Name("d").Object().End().Name("e").Array().End().End()
            .Array().End()
            .End()
            .Name("f").Object().End()
            .End().ToString());

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.1, "-0.1")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e300, "1E+300")]
    [InlineData(123456789.5, "123456789.5")]
    [InlineData(double.Epsilon, "4.94065645841247E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.NaN, "null")]
    [InlineData(double.NegativeInfinity, "null")]
    public void Numbers_are_the_shortest_that_read_back(double value, string text)
    {
        foreach (var culture in Cultures.Names)
            Assert.Equal(text + "\n", Cultures.With(culture, () => new JsonWriter().Value(value).ToString()));
        if (text != "null")
            Assert.Equal(value, JsonReader.Read(text).AsDouble());
    }

    [Fact]
    public void Random_numbers_read_back_bit_for_bit()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
                Assert.Equal(value, JsonReader.Read(new JsonWriter().Value(value).ToString()).AsDouble());
        }
    }

    [Fact]
    public void Any_text_reads_back()
    {
        var random = new Random(8);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000))]);
            var json = new JsonWriter().Value(text).ToString();
            Assert.Equal(text, JsonReader.Read(json).AsString());
            Assert.Equal(text, JsonReader.Read(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(json))).AsString());
        }
    }
}
