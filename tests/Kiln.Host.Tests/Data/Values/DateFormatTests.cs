using System.Globalization;
using System.Text;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Tests.Data.Values;

public class DateFormatTests
{
    [Theory]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    [InlineData("2024-02-29T23:59", "2024-02-29T23:59:00.0000000")]
    [InlineData("2024-02-29 23:59:58", "2024-02-29T23:59:58.0000000")]
    [InlineData("2024-02-29T23:59:58.123456789", "2024-02-29T23:59:58.1234567")]
    [InlineData("2024-02-29T23:59:58Z", "2024-02-29T23:59:58.0000000")]
    [InlineData("2024-02-29T23:59:58+02:00", "2024-02-29T21:59:58.0000000")]
    [InlineData("2024-02-29 23:30:00-0130", "2024-03-01T01:00:00.0000000")]
    public void Iso(string text, string expected) => Assert.Equal(expected, Read(null, text));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-1-1")]
    [InlineData("24-01-01")]
    [InlineData("2024-01-01T24:00")]
    [InlineData("2024-01-01T")]
    [InlineData("2024-01-01x")]
    [InlineData("2024-01-01T10:00+99:00")]
    [InlineData("0000-01-01")]
    [InlineData("20240101")]
    public void Not_iso(string text) => Assert.Null(Read(null, text));

    [Theory]
    [InlineData("%d.%m.%Y", "31.12.2024", "2024-12-31T00:00:00.0000000")]
    [InlineData("%d.%m.%Y", "1.2.2024 7:05", "2024-02-01T07:05:00.0000000")]
    [InlineData("%m/%d/%Y", "12/31/2024 07:05:09 PM", "2024-12-31T19:05:09.0000000")]
    [InlineData("%m/%d/%Y", "12/31/2024 12:00 am", "2024-12-31T00:00:00.0000000")]
    [InlineData("%m/%d/%y", "1/2/68", "2068-01-02T00:00:00.0000000")]
    [InlineData("%m/%d/%y", "1/2/69", "1969-01-02T00:00:00.0000000")]
    [InlineData("%d %b %Y", "3 may 2024", "2024-05-03T00:00:00.0000000")]
    [InlineData("%b %d, %Y", "September 3, 2024", "2024-09-03T00:00:00.0000000")]
    [InlineData("%Y%m%d", "20240229", "2024-02-29T00:00:00.0000000")]
    [InlineData("%Y%m%d%H%M%S", "20240229235958", "2024-02-29T23:59:58.0000000")]
    [InlineData("%d/%m/%Y %I:%M %p", "01/02/2024 01:30 PM", "2024-02-01T13:30:00.0000000")]
    [InlineData("%Y-%m-%dT%H:%M:%S.%f%z", "2024-02-29T23:59:58.5+01:00", "2024-02-29T22:59:58.5000000")]
    [InlineData("%d.%m.%Y", "2024-12-31", "2024-12-31T00:00:00.0000000")]
    public void With_a_format(string format, string text, string expected) => Assert.Equal(expected, Read(format, text));

    [Theory]
    [InlineData("%d.%m.%Y", "12/31/2024")]
    [InlineData("%d.%m.%Y", "32.12.2024")]
    [InlineData("%d.%m.%Y", "31.12.24")]
    [InlineData("%m/%d/%Y", "12/31/2024 13:05 PM")]
    [InlineData("%d %b %Y", "3 mai 2024")]
    public void Not_of_the_format(string format, string text) => Assert.Null(Read(format, text));

    [Theory]
    [InlineData("%Q")]
    [InlineData("%d.%m.%")]
    public void Unknown_codes_are_refused(string format) => Assert.Throws<FormatException>(() => DateFormat.Parse(format));

    static string? Read(string? format, string text) =>
        DateFormat.Parse(format).TryParse(Encoding.UTF8.GetBytes(text), out var value) ? value.ToString("O", CultureInfo.InvariantCulture) : null;
}
