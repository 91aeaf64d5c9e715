using System.Text;
using Kiln.Host.Data;
using Kiln.Host.Data.Values;
using Kiln.Host.Tests.Data.Checks;

namespace Kiln.Host.Tests.Data.Values;

public sealed class NumberSignsTests
{
    [Theory]
    [InlineData("1,234,567.5", ",", '.', "1234567.5")]
    [InlineData("1234567.5", ",", '.', "1234567.5")]
    [InlineData("12,345", ",", '.', "12345")]
    [InlineData("1,23", ",", '.', "1,23")]
    [InlineData("1234,567", ",", '.', "1234,567")]
    [InlineData("1,234,56", ",", '.', "1,234,56")]
    [InlineData(",234", ",", '.', ",234")]
    [InlineData("1,,234", ",", '.', "1,,234")]
    [InlineData("1.234,5", ".", ',', "1234,5")]
    [InlineData("1.234.567", ".", ',', "1234567")]
    [InlineData("1.5", ".", ',', "1.5")]
    [InlineData("1 234 567,25", " ", ',', "1234567,25")]
    [InlineData("1\u00A0234,5", "\u00A0", ',', "1234,5")]
    [InlineData("1\u202F234", "\u202F", ',', "1234")]
    [InlineData("1'234'567.5", "'", '.', "1234567.5")]
    [InlineData("1’234", "’", '.', "1234")]
    [InlineData("-1,234", ",", '.', "-1234")]
    [InlineData("$1,234.50", ",", '.', "1234.50")]
    [InlineData("-$5", ",", '.', "-5")]
    [InlineData("$-5", ",", '.', "-5")]
    [InlineData("US$ 5", ",", '.', "5")]
    [InlineData("5 kg", ",", '.', "5")]
    [InlineData("5kg", ",", '.', "5")]
    [InlineData("12\u00A0%", ",", '.', "12")]
    [InlineData("1 234,50\u202F€", " ", ',', "1234,50")]
    [InlineData("5 lb", ",", '.', "5 lb")]
    [InlineData("--5", ",", '.', "--5")]
    [InlineData("$", ",", '.', "")]
    [InlineData("", ",", '.', "")]
    public void What_is_around_and_between_digits_is_taken_off(string text, string thousands, char separator, string expected)
    {
        var signs = NumberSigns.For(["$", "US$", "€", "%", " kg"], thousands, (byte)separator)!;

        Assert.Equal(expected, Encoding.UTF8.GetString(signs.TakeOff(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void A_column_is_read_with_its_own_signs_and_keeps_its_hash()
    {
        using var data = new CheckedData();
        const string csv = "price,n,t\n\"$1.234,50\",\"1 234\",a\n\"-5,25 €\",7,b\n,,c\n";
        var columns = CheckedData.Number("price", "\"decimal\": \",\", \"thousands\": \".\", \"symbols\": [\"$\", \"€\"]") + ",\n"
            + CheckedData.Column("n", "integer", "\"thousands\": \" \"") + ",\n" + CheckedData.Text("t");

        var table = data.Load(csv, columns);

        Assert.Equal([1234.5, -5.25, double.NaN], Assert.IsType<NumberColumn>(table["price"]).Values);
        Assert.Equal([1234, 7, double.NaN], Assert.IsType<NumberColumn>(table["n"]).Values);
        // The hash is of what is written: how it is read may change, and no row changes its side.
        Assert.Equal(data.Load(csv, CheckedData.Text("price") + ",\n" + CheckedData.Text("n") + ",\n" + CheckedData.Text("t")).RowHashes, table.RowHashes);
        Assert.Contains("'1 23' in column 'n' is not a whole number", Assert.Single(data.Say("price,n,t\n1,1 23,a\n", columns)));
    }
}
