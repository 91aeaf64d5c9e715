using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Tests.Interchange;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: 1\nb: [1, 2", 2, "")]
    [InlineData("a: 'open", 1, "")]
    [InlineData("a: 1\n  b: 2", 2, "")]
    [InlineData("a: &x 1\nb: *y", 2, "no anchor 'y' stands before this alias")]
    [InlineData("a: &x [*x]", 1, "no anchor 'x' stands before this alias")]
    [InlineData("a: 1\nb: 2\na: 3", 3, "\"a\" occurs twice in one mapping")]
    [InlineData("a: !!python/object:os.system x", 1, "the tag \"tag:yaml.org,2002:python/object:os.system\" is not one of YAML's core schema")]
    [InlineData("a: !thing x", 1, "the tag \"!thing\" is not one of YAML's core schema")]
    [InlineData("a: &x { b: 1 }\nc:\n  <<: *x", 3, "YAML 1.2 has no merge key")]
    [InlineData("? [a, b]\n: c", 1, "a collection is no name of a member")]
    [InlineData("a: 1\n---\nb: 2", 2, "a second document begins here")]
    [InlineData("", 1, "the file is empty")]
    public void What_cannot_be_read_is_one_located_complaint(string text, int line, string message)
    {
        var error = Assert.Throws<JsonFormatException>(() => YamlReader.Read(text));
        Assert.Equal(line, error.Line);
        Assert.True(error.Column >= 1);
        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public void Aliases_are_written_out_up_to_a_limit()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.StartsWith("more than 1000000 values", Assert.Throws<JsonFormatException>(() => YamlReader.Read(bomb)).Message);

        var root = YamlReader.Read("a: &x { b: 1 }\nc: *x");
        root.Find("c")!.Set("b", YamlJson.String("two"));
        Assert.Equal("1", root.Find("a")!.Find("b")!.Text);
    }

    [Fact]
    public void Depth_is_limited() =>
        Assert.StartsWith("nested deeper than 64", Assert.Throws<JsonFormatException>(() => YamlReader.Read(new('[', 100_000))).Message);

    [Theory]
    [InlineData("null", JsonKind.Null, "null")]
    [InlineData("~", JsonKind.Null, "null")]
    [InlineData("True", JsonKind.Boolean, "true")]
    [InlineData("yes", JsonKind.String, "yes")]
    [InlineData("0x1F", JsonKind.Number, "31")]
    [InlineData("0o17", JsonKind.Number, "15")]
    [InlineData("-1.5e3", JsonKind.Number, "-1.5e3")]
    [InlineData("1.0.0", JsonKind.String, "1.0.0")]
    [InlineData("2024-12-31", JsonKind.String, "2024-12-31")]
    [InlineData("'1'", JsonKind.String, "1")]
    [InlineData("!!str 1", JsonKind.String, "1")]
    public void Scalars_are_those_of_the_core_schema(string text, JsonKind kind, string value)
    {
        var read = YamlReader.Read("a: " + text).ToJson().Members[0].Value;
        Assert.Equal((kind, value), (read.Kind, read.Text));
    }
}
