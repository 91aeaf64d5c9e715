using Kiln.Onnx;

namespace Kiln.Tests.Onnx;

public class ProtobufReaderTests
{
    [Theory]
    [InlineData(0, "08 00")]
    [InlineData(1, "08 01")]
    [InlineData(300, "08 AC 02")]
    [InlineData(-1, "08 FF FF FF FF FF FF FF FF FF 01")]
    [InlineData(long.MinValue, "08 80 80 80 80 80 80 80 80 80 01")]
    public void A_number_is_read(long expected, string bytes)
    {
        var reader = Reader(bytes);

        Assert.Equal(1, reader.NextField());
        Assert.Equal(expected, reader.Int64());
        Assert.Equal(0, reader.NextField());
    }

    [Theory]
    [InlineData("08 FF FF FF FF FF FF FF FF FF 02", "a number beyond 64 bits")]
    [InlineData("08 FF FF FF FF FF FF FF FF FF FF 01", "a number beyond 64 bits")]
    [InlineData("08 80", "the file ends too early")]
    [InlineData("0D 01 02 03 04", "wire type 5 instead of 0")]
    [InlineData("0A 03 41", "wire type 2 instead of 0")]
    [InlineData("00", "a field number out of range")]
    public void A_malformed_number_is_refused(string bytes, string why)
    {
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            var reader = Reader(bytes);
            reader.NextField();
            reader.Int64();
        });

        Assert.Contains(why, error.Message);
    }

    [Theory]
    [InlineData("0A 02 C3 A9", "é")]
    [InlineData("0A 00", "")]
    public void Text_is_utf8(string bytes, string expected)
    {
        var reader = Reader(bytes);
        reader.NextField();

        Assert.Equal(expected, reader.Text());
    }

    [Theory]
    [InlineData("0A 01 C3", "text that is not UTF-8")]
    [InlineData("0A 05 41", "a field longer than the file")]
    [InlineData("0A FF FF FF FF FF FF FF FF FF 01", "a field longer than the file")]
    public void Malformed_text_is_refused(string bytes, string why)
    {
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            var reader = Reader(bytes);
            reader.NextField();
            reader.Text();
        });

        Assert.Contains(why, error.Message);
    }

    [Theory]
    [InlineData("0A 08 00 00 80 3F 00 00 00 40")]
    [InlineData("0D 00 00 80 3F 0D 00 00 00 40")]
    public void Floats_may_be_packed_or_not(string bytes)
    {
        var reader = Reader(bytes);
        List<float> values = [];
        while (reader.NextField() != 0)
            reader.Floats(values);

        Assert.Equal([1f, 2f], values);
    }

    [Fact]
    public void Unknown_fields_of_every_wire_type_are_passed_over()
    {
        var reader = Reader("10 96 01 19 01 02 03 04 05 06 07 08 22 02 41 42 2D 01 02 03 04 08 07");
        while (reader.NextField() != 1)
            reader.Skip();

        Assert.Equal(7, reader.Int64());
    }

    static ProtobufReader Reader(string hex) => new(Convert.FromHexString(hex.Replace(" ", "")), 0);
}
