namespace Kiln.Host.Tests.Data.Checks;

/// <summary>Values, keys and rows that occur again.</summary>
public sealed class RepeatTests : IDisposable
{
    readonly CheckedData _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("number", "1.5", "2.5")]
    [InlineData("integer", "1", "2")]
    [InlineData("text", "a", "b")]
    [InlineData("date-time", "2024-01-01", "2024-01-02")]
    public void A_unique_value_that_occurs_again_is_told_at_the_later_row(string type, string one, string other)
    {
        var said = _data.Say($"k,v\n{one},1\n,1\n{other},2\n,3\n{one},4\n{one},5\n", CheckedData.Column("k", type, "\"unique\": true") + ",\n" + CheckedData.Number("v"));

        Assert.Equal(2, said.Count);
        Assert.Equal(
            $"data.csv(6,1): error KILN1039: an earlier row has the same value '{one}' in column 'k' (the first of 2 rows, 33.3 %), whose values are unique; "
                + "remove one of them, or leave out \"unique\" in 'data.schema.json'",
            said[0]);
        Assert.StartsWith("data.csv(7,1): error KILN1039: ", said[1]);
    }

    [Fact]
    public void A_key_is_its_columns_together()
    {
        var columns = CheckedData.Column("a", "integer", nullable: false) + ",\n" + CheckedData.Column("b", "text", nullable: false) + ",\n" + CheckedData.Number("v");

        Assert.Equal(
            [
                "data.csv(5,3): error KILN1039: an earlier row has the same values 'x, 1' in 'b', 'a' (this row, 25 %), the key by which rows are known; "
                    + "remove one of them, or change \"key\" in 'data.schema.json'",
            ],
            _data.Say("a,b,v\n1,x,1\n1,y,2\n2,x,3\n1,x,4\n", columns, "\"key\": [\"b\", \"a\"]"));
        Assert.Empty(_data.Say("a,b,v\n1,x,1\n1,y,2\n2,x,3\n2,y,4\n", columns, "\"key\": [\"b\", \"a\"]"));
    }

    [Fact]
    public void A_value_that_is_personal_is_not_shown() => Assert.Contains(
        "an earlier row has the same value in column 'k'",
        Assert.Single(_data.Say("k,v\na,1\nb,2\na,4\n", CheckedData.Column("k", "text", "\"unique\": true, \"classification\": \"personal\"") + ",\n" + CheckedData.Number("v"))));

    [Fact]
    public void Values_of_a_million_rows_are_held_against_each_other()
    {
        var rows = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"{i * 7919L % 1_000_003},1\n"));

        Assert.Empty(_data.Say("k,v\n" + rows, CheckedData.Column("k", "integer", "\"unique\": true") + ",\n" + CheckedData.Number("v")));
        Assert.StartsWith("data.csv(1000002,1): error KILN1039: ", Assert.Single(_data.Say("k,v\n" + rows + "7919,2\n", CheckedData.Column("k", "integer", "\"unique\": true") + ",\n" + CheckedData.Number("v"))));
    }

    [Fact]
    public void Rows_that_repeat_one_are_counted()
    {
        var columns = CheckedData.Number("v") + ",\n" + CheckedData.Text("t") + ",\n" + CheckedData.Column("seen", "text", role: "ignore");
        const string csv = "v,t,seen\n1,x,a\n1,x,b\n2,x,c\n3,x,d\n1,x,e\n";

        Assert.Empty(_data.Say(csv, columns, "\"rows\": { \"duplicates\": 0.4 }"));
        var said = _data.Say(csv, columns, "\"rows\": { \"duplicates\": 0.3 }");
        Assert.Equal(
            "data.csv(3,1): error KILN1043: an earlier row is the same in every column (the first of 2 rows, 40 %), and at most 30 % of the rows may repeat one; "
                + "remove them, or raise \"duplicates\" in 'data.schema.json'",
            said[0]);
        Assert.Equal(2, said.Count);
        Assert.Contains(": warning KILN1043: ", _data.Say(csv, columns, "\"rows\": { \"duplicates\": 0.3, \"severity\": \"warning\" }")[0]);
    }
}
