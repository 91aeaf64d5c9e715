using Kiln.Contracts.Json;

namespace Kiln.Contracts.Tests.Json;

public sealed class JsonReaderTests
{
    [Fact]
    public void Every_value_knows_its_place()
    {
        var root = JsonReader.Read("\uFEFF{\r\n  \"a\": [ 1,\n\t\"x\" ], \"b\": {\"c\":null}}");
        var array = root.Required("a");
        Assert.Equal((1, 1), (root.Line, root.Column));
        Assert.Equal((2, 8), (array.Line, array.Column));
        Assert.Equal([(2, 10), (3, 2)], array.AsArray().Select(item => (item.Line, item.Column)));
        Assert.Equal((3, 14), (root.Required("b").AsObject()[0].Value.Line, root.Required("b").AsObject()[0].Value.Column - 5));
    }

    [Theory]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"", "\"\\/\b\f\n\r\té😀")]
    [InlineData("\"\u007f ünï 日本\"", "\u007f ünï 日本")]
    public void Strings_are_unescaped(string json, string text) => Assert.Equal(text, JsonReader.Read(json).AsString());

    [Fact]
    public void Half_a_surrogate_pair_is_kept() => Assert.Equal("\ud800", JsonReader.Read("\"\\ud800\"").AsString());

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.5e-3", -0.0005)]
    [InlineData("1E+2", 100)]
    [InlineData("123456789012345678", 123456789012345678d)]
    public void Numbers_are_read(string json, double number) => Assert.Equal(number, JsonReader.Read(json).AsDouble());

    [Theory]
    [InlineData("", 1, 1, "the file ends where a value is expected")]
    [InlineData(" \n ", 2, 2, "the file ends where a value is expected")]
    [InlineData("{} x", 1, 4, "the end of the file is expected, not 'x'")]
    [InlineData("{\n\"a\" 1}", 2, 5, "':' is expected, not '1'")]
    [InlineData("{\"a\":1,}", 1, 8, "a \"name\" is expected, not '}'")]
    [InlineData("{'a':1}", 1, 2, "a \"name\" is expected, not '''")]
    [InlineData("{\"a\":1 \"b\":2}", 1, 8, "',' or '}' is expected, not '\"'")]
    [InlineData("{\"a\":1,\n \"a\":2}", 2, 2, "\"a\" occurs twice in one object")]
    [InlineData("[1,]", 1, 4, "a value is expected, not ']'")]
    [InlineData("[1", 1, 3, "the file ends where ',' or ']' is expected")]
    [InlineData("[1 2]", 1, 4, "',' or ']' is expected, not '2'")]
    [InlineData("01", 1, 2, "the end of the file is expected, not '1'")]
    [InlineData("1.", 1, 3, "the file ends where a digit is expected")]
    [InlineData("1e", 1, 3, "the file ends where a digit is expected")]
    [InlineData("-", 1, 2, "the file ends where a digit is expected")]
    [InlineData("+1", 1, 1, "a value is expected, not '+'")]
    [InlineData(".5", 1, 1, "a value is expected, not '.'")]
    [InlineData("NaN", 1, 1, "a value is expected, not 'N'")]
    [InlineData("tru", 1, 1, "a value is expected, not 't'")]
    [InlineData("nul\0", 1, 1, "a value is expected, not 'n'")]
    [InlineData("\"a", 1, 3, "the file ends where the string's closing '\"' is expected")]
    [InlineData("\"a\nb\"", 1, 3, "the string's closing '\"' is expected, not '\n'")]
    [InlineData("\"\\x\"", 1, 2, "an unknown escape in a string")]
    [InlineData("\"\\u12\"", 1, 2, "an unknown escape in a string")]
    [InlineData("\"\\u 123\"", 1, 2, "an unknown escape in a string")]
    [InlineData("\"\\", 1, 2, "an unknown escape in a string")]
    [InlineData("// a", 1, 1, "a value is expected, not '/'")]
    public void What_is_not_JSON_is_refused_where_it_stops_making_sense(string json, int line, int column, string message)
    {
        var error = Assert.Throws<JsonFormatException>(() => JsonReader.Read(json));
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("{\"a\": \"1\"}", "a number is expected here")]
    [InlineData("{\"a\": 1e999}", "a number that fits 64 bits is expected here")]
    public void A_wrong_number_is_refused_at_its_place(string json, string message)
    {
        var error = Assert.Throws<JsonFormatException>(() => JsonReader.Read(json).Required("a").AsDouble());
        Assert.Equal((1, 7, message), (error.Line, error.Column, error.Message));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("9223372036854775808")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    public void What_is_no_whole_number_is_refused(string json) => Assert.Throws<JsonFormatException>(() => JsonReader.Read(json).AsInteger());

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_has_an_end(int depth, bool reads)
    {
        var json = string.Concat(Enumerable.Repeat("[", depth)) + "1" + string.Concat(Enumerable.Repeat("]", depth));
        if (reads)
            Assert.Equal(JsonKind.Array, JsonReader.Read(json).Kind);
        else
            Assert.Equal("nested deeper than 64 levels", Assert.Throws<JsonFormatException>(() => JsonReader.Read(json)).Message);
    }

    [Fact]
    public void Null_counts_as_absent() => Assert.Null(JsonReader.Read("{\"a\":null}").Optional("a"));

    [Fact]
    public void A_misspelt_member_is_refused_with_the_nearest_name()
    {
        var error = Assert.Throws<JsonFormatException>(() => JsonReader.Read("{\"nulable\": true}").AllowOnly("name", "nullable"));
        Assert.Equal("\"nulable\" is not allowed here (did you mean 'nullable'?); use one of name, nullable", error.Message);
    }
}
