using Kiln.Host.Data;

namespace Kiln.Host.Tests.Data.Checks;

/// <summary>What a contract can ask of one column's values.</summary>
public sealed class ColumnRuleTests : IDisposable
{
    readonly CheckedData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Too_many_missing_are_told_where_they_are_and_as_many_as_may_be_are_not()
    {
        var rows = string.Concat(Enumerable.Range(1, 100).Select(i => $"{(i <= 29 ? "" : "1")},x\n"));

        Assert.Empty(_data.Say("v,t\n" + rows, CheckedData.Number("v", "\"maxMissing\": 0.29") + ",\n" + CheckedData.Text("t")));

        var said = _data.Say("v,t\n" + rows, CheckedData.Number("v", "\"maxMissing\": 0.28") + ",\n" + CheckedData.Text("t"));
        Assert.Equal(21, said.Count);
        Assert.Equal(
            "data.csv(2,1): error KILN1038: column 'v' has no value here (the first of 29 rows, 29 %), and at most 28 % of its values may be missing; "
                + "fill them in, or raise \"maxMissing\" in 'data.schema.json'",
            said[0]);
    }

    [Theory]
    [InlineData("abc", "\"minLength\": 4", "'abc' is shorter than the \"minLength\" 4 of column 't' (this row, 100 %); correct it, or change \"minLength\" in 'data.schema.json'")]
    [InlineData("abc", "\"maxLength\": 2", "'abc' is longer than the \"maxLength\" 2 of column 't'")]
    [InlineData("abc", "\"pattern\": \"ab|abcd\"", "'abc' does not match the \"pattern\" ab|abcd of column 't'")]
    [InlineData("ab\nc", "\"pattern\": \"ab\"", "'ab c' does not match")]
    [InlineData("abc", "\"pattern\": \"(?i)ABC\"", null)]
    [InlineData("abc", "\"pattern\": \"[a-c]{3}\", \"minLength\": 3, \"maxLength\": 3", null)]
    [InlineData("😀é", "\"minLength\": 2, \"maxLength\": 2", null)]
    public void Texts_have_lengths_and_a_pattern(string value, string rule, string? expected)
    {
        var said = _data.Say($"t,v\n\"{value}\",1\n", CheckedData.Text("t", rule) + ",\n" + CheckedData.Number("v"));

        Assert.Equal(expected is null ? 0 : 1, said.Count);
        if (expected is not null)
            Assert.StartsWith("data.csv(2,1): error KILN1009: " + expected, said[0]);
    }

    /// <summary>An engine that backtracks would try each of 2^60 ways.</summary>
    [Fact]
    public void No_pattern_takes_longer_than_the_text_is_long() => Assert.Single(
        _data.Say($"t,v\n{new string('a', 60)}!,1\n", CheckedData.Text("t", "\"pattern\": \"(a+)+b\"") + ",\n" + CheckedData.Number("v")));

    [Fact]
    public void Dates_have_bounds()
    {
        var said = _data.Say(
            "at,v\n2019-12-31,1\n2020-01-01,1\n2024-12-31T23:59:59,1\n2091-01-01,1\n",
            CheckedData.Column("at", "date-time", "\"min\": \"2020-01-01\", \"max\": \"2024-12-31T23:59:59\"") + ",\n" + CheckedData.Number("v"));

        Assert.Equal(2, said.Count);
        Assert.StartsWith("data.csv(2,1): error KILN1009: '2019-12-31' is before the \"min\" 2020-01-01 of column 'at' (this row, 25 %); correct it, or change \"min\"", said[0]);
        Assert.StartsWith("data.csv(5,1): error KILN1009: '2091-01-01' is after the \"max\" 2024-12-31T23:59:59 of column 'at'", said[1]);
    }

    [Fact]
    public void An_open_category_takes_what_is_not_listed_and_a_model_sees_it_as_unknown()
    {
        var table = _data.Load("c,v\na,1\nz,2\nb,3\nz,4\n,5\n", CheckedData.Column("c", "category", "\"values\": [\"a\", \"b\"], \"open\": true") + ",\n" + CheckedData.Number("v"));

        var column = Assert.IsType<TextColumn>(table["c"]);
        Assert.Equal(["a", "b", "z"], column.Texts);
        Assert.Equal([0, 2, 1, 2, -1], column.Codes);
        Assert.Equal([false, true, false, true, false], Enumerable.Range(0, 5).Select(column.IsUnseen));
        Assert.Equal([0, -1, 1, -1, -1], column.Known().Codes);
        Assert.Equal(["a", "b"], column.Known().Texts);
    }

    [Fact]
    public void What_is_tolerated_is_a_warning_and_one_more_is_an_error()
    {
        string Csv(int wrong) => "v,t\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"{(i <= wrong ? "-1" : "1")},x\n"));
        var columns = CheckedData.Number("v", "\"min\": 0, \"tolerance\": 0.02") + ",\n" + CheckedData.Text("t");

        var tolerated = _data.Say(Csv(2), columns);
        Assert.Equal(2, tolerated.Count);
        Assert.StartsWith("data.csv(2,1): warning KILN1009: '-1' is below the \"min\" 0 of column 'v' (the first of 2 rows, 2 %, tolerated up to 2 %)", tolerated[0]);

        var refused = _data.Say(Csv(3), columns);
        Assert.Equal(3, refused.Count);
        Assert.StartsWith("data.csv(2,1): error KILN1009: '-1' is below the \"min\" 0 of column 'v' (the first of 3 rows, 3 %, more than the tolerated 2 %)", refused[0]);
    }

    [Fact]
    public void What_is_of_severity_warning_never_fails_a_build() => Assert.All(
        _data.Say("v,t\n-1,x\n-2,x\n", CheckedData.Number("v", "\"min\": 0, \"severity\": \"warning\"") + ",\n" + CheckedData.Text("t")),
        said => Assert.Contains(": warning KILN1009: ", said));

    [Theory]
    [InlineData("number", "", "twelve")]
    [InlineData("number", ", \"min\": 1000000", "12345")]
    [InlineData("text", ", \"maxLength\": 3", "12345")]
    [InlineData("category", ", \"values\": [\"a\", \"12346\"]", "12345")]
    [InlineData("date-time", "", "12345")]
    public void What_is_classified_is_not_shown(string type, string rule, string value)
    {
        var said = Assert.Single(_data.Say($"secret,v\n{value},1\n", CheckedData.Column("secret", type, "\"classification\": \"sensitive\"" + rule) + ",\n" + CheckedData.Number("v")));

        Assert.StartsWith("data.csv(2,1): error KILN100", said);
        Assert.Contains("a sensitive value ", said);
        Assert.DoesNotContain(value, said);
        Assert.DoesNotContain("12346", said);
    }

    [Fact]
    public void Blanks_are_part_of_a_text_where_it_is_not_trimmed()
    {
        var table = _data.Load("t,u,v\n\" a \",\" a \",1\n\"  \",\"  \",2\n", CheckedData.Text("t", "\"trim\": false") + ",\n" + CheckedData.Text("u") + ",\n" + CheckedData.Number("v"));

        Assert.Equal([" a "], Assert.IsType<TextColumn>(table["t"]).Texts);
        Assert.Equal(["a"], Assert.IsType<TextColumn>(table["u"]).Texts);
        Assert.True(table["t"].IsMissing(1));
        Assert.Contains("' b' is not among", Assert.Single(_data.Say("t,v\n\" b\",1\n", CheckedData.Column("t", "category", "\"values\": [\"b\"], \"trim\": false") + ",\n" + CheckedData.Number("v"))));
    }
}
