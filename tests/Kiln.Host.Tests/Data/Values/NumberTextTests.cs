using System.Globalization;
using System.Text;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Tests.Data.Values;

public class NumberTextTests
{
    [Theory]
    [InlineData("0", 0, "Whole")]
    [InlineData("-17", -17, "Whole")]
    [InlineData("+5", 5, "Whole")]
    [InlineData("3.25", 3.25, "None")]
    [InlineData(".5", .5, "None")]
    [InlineData("5.", 5, "None")]
    [InlineData("1e5", 1e5, "None")]
    [InlineData("1E-05", 1e-5, "None")]
    [InlineData("0.50", .5, "None")]
    [InlineData("007", 7, "Whole, LeadingZero")]
    [InlineData("00.5", .5, "LeadingZero")]
    [InlineData("9007199254740992", 9007199254740992, "Whole")]
    [InlineData("9007199254740993", 9007199254740992, "Whole, Inexact")]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890d, "Whole, Inexact")]
    [InlineData("1e300", 1e300, "None")]
    [InlineData("5e-324", 5e-324, "None")]
    [InlineData("1e-400", 0, "None")]
    [InlineData("1e999", double.PositiveInfinity, "Beyond")]
    [InlineData("-1e309", double.NegativeInfinity, "Beyond")]
    public void Numbers_are_read(string text, double expected, string expectedForm)
    {
        Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out var value, out var form));
        Assert.Equal((expected, expectedForm), (value, form.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("+.")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1,234")]
    [InlineData("1_000")]
    [InlineData("1 000")]
    [InlineData("0x1F")]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("Infinity")]
    [InlineData("5%")]
    [InlineData("$5")]
    [InlineData("--5")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    public void Other_texts_are_no_numbers(string text) =>
        Assert.False(NumberText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out _, out _));

    /// <summary>Every text of up to four of these signs, and many longer ones, as .NET reads them: where that is a number here too.</summary>
    [Fact]
    public void Short_texts_are_the_numbers_that_they_look_like()
    {
        const string Signs = "01-9+.,e \0:/";
        var random = new Random(3);
        var texts = Enumerable.Range(0, 1 << 16).Select(i => string.Concat(Enumerable.Range(0, 4).Select(place => i >> 4 * place & 15).Where(sign => sign < Signs.Length).Select(sign => Signs[sign])))
            .Concat(Enumerable.Range(0, 200_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(5, 11)).Select(_ => random.Next(12) == 0 ? Signs[random.Next(Signs.Length)] : (char)random.Next('0', '9' + 1)))));
        foreach (var text in texts.Distinct())
        {
            var isNumber = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var expected)
                && !text.Contains('\0');
            Assert.True(isNumber == NumberText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out var value, out var form), text);
            if (!isNumber)
                continue;
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), text);
            Assert.True(form.HasFlag(NumberForm.Whole) == text.TrimStart('-', '+').All(char.IsAsciiDigit), text);
            Assert.True(form.HasFlag(NumberForm.LeadingZero) == text.TrimStart('-', '+') is ['0', >= '0' and <= '9', ..], text);
            Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text.Replace('.', ',')), (byte)',', out var other, out _) && other.Equals(value), text);
        }
    }

    [Fact]
    public void Any_number_is_the_nearest_double()
    {
        var random = new Random(20);
        for (var i = 0; i < 200_000; i++)
        {
            var bits = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            var number = i % 2 == 0 ? bits : random.NextInt64(1L << random.Next(1, 62)) / Math.Pow(10, random.Next(0, 20));
            if (!double.IsFinite(number))
                continue;
            var text = number.ToString(i % 3 == 0 ? "R" : "G" + random.Next(1, 18), CultureInfo.InvariantCulture);
            var expected = double.Parse(text, CultureInfo.InvariantCulture);
            if (!double.IsFinite(expected))
                continue;
            Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out var value, out _), text);
            Assert.True(expected == value, text);
        }
    }
}
