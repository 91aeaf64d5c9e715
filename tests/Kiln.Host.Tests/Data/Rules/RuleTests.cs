using Kiln.Host.Tests.Data.Checks;

namespace Kiln.Host.Tests.Data.Rules;

/// <summary>Rules across columns: what they find, and that they can do nothing else.</summary>
public sealed class RuleTests : IDisposable
{
    static readonly string Columns = string.Join(",\n",
        CheckedData.Number("price"), CheckedData.Column("count", "integer"), CheckedData.Column("Unit Price ($)", "number"), CheckedData.Text("note"),
        CheckedData.Column("kind", "category", "\"values\": [\"sale\", \"refund\"]"), CheckedData.Column("open", "boolean", "\"true\": \"yes\", \"false\": \"no\""),
        CheckedData.Column("sold", "date-time"), CheckedData.Text("secret", "\"classification\": \"personal\""), CheckedData.Number("due"), CheckedData.Number("Due").Replace("\"Due\", \"type", "\"DueAgain\", \"type"));

    const string Csv = "price,count,Unit Price ($),note,kind,open,sold,secret,due,Due\n"
        + "10,2,5,a,sale,yes,2024-01-01,s1,1,1\n"
        + "-10,1,10,b,refund,no,2024-01-02T12:30:00.5,s2,1,1\n"
        + "11,2,5,it's,sale,no,2024-02-29,s3,1,1\n"
        + ",,,,,,,,1,1\n";

    readonly CheckedData _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("price = count * \"Unit Price ($)\" OR kind = 'refund'", 4)]
    [InlineData("price >= 0", 3)]
    [InlineData("Price >= 0", 3)]
    [InlineData("price > 0 -- the sign of refunds", 3)]
    [InlineData("/* sales */ CASE WHEN kind = 'sale' THEN price > 0 ELSE price < 0 END")]
    [InlineData("note IN ('a', 'b')", 4)]
    [InlineData("note NOT LIKE '%''%'", 4)]
    [InlineData("open", 3, 4)]
    [InlineData("NOT open", 2)]
    [InlineData("sold < TIMESTAMP '2024-01-02 12:30:00.6'", 4)]
    [InlineData("sold BETWEEN DATE '2024-01-01' AND DATE '2024-01-02'", 3, 4)]
    [InlineData("month(sold) = 1 AND year(sold) = 2024", 4)]
    [InlineData("price IS NOT NULL", 5)]
    [InlineData("coalesce(price, -1) >= 0", 3, 5)]
    [InlineData("length(note) = 1 AND regexp_matches(note, '^[a-z]$')", 4)]
    [InlineData("CAST(count AS VARCHAR) = '2'", 3)]
    [InlineData("price // 10 = 1 AND price % 10 = 0", 3, 4)]
    public void What_is_false_is_told_and_what_is_unknown_passes(string sql, params int[] lines)
    {
        var said = _data.Say(Csv, Columns, Rule(sql));

        Assert.Equal(lines, said.Select(line => int.Parse(line["data.csv(".Length..line.IndexOf(',')], null)));
        Assert.All(said, line => Assert.Contains("): error KILN1040: this row breaks the rule 'r', ", line));
    }

    [Theory]
    [InlineData("NULL > price")]
    [InlineData("nullif(count, count) = price")]
    public void A_rule_that_is_unknown_of_every_row_is_told_to_check_nothing(string sql) => Assert.Contains(
        $"): warning KILN1040: the rule 'r' is unknown of every row, so it checks nothing: ", Assert.Single(_data.Say(Csv, Columns, Rule(sql))));

    [Fact]
    public void A_row_is_told_with_the_values_that_the_rule_looks_at() => Assert.Equal(
        [
            "data.csv(3,1): error KILN1040: this row breaks the rule 'r', price = \"Unit Price ($)\" * count AND note <> 'it''s' AND sold > DATE '2023-01-01' AND (open OR TRUE): "
                + "price = -10, count = 1, Unit Price ($) = 10, note = 'b', open = 'no', sold = 2024-01-02T12:30:00 (the first of 2 rows, 50 %); "
                + "correct the row, or change the rule in 'data.schema.json'",
        ],
        _data.Say(Csv, Columns, Rule("price = \"Unit Price ($)\" * count AND note <> 'it''s' AND sold > DATE '2023-01-01' AND (open OR TRUE)")).Take(1));

    [Fact]
    public void What_is_classified_is_not_shown()
    {
        var said = Assert.Single(_data.Say(Csv, Columns, Rule("secret <> 's2'")));

        Assert.Contains("secret = (personal)", said);
        Assert.DoesNotContain("s2,", said.Replace("secret <> 's2'", ""));
        Assert.DoesNotContain("s1", Assert.Single(_data.Say(Csv, Columns, Rule("CAST(secret AS INTEGER) > 0"))));
    }

    [Fact]
    public void Tolerance_and_severity_are_the_rules_own()
    {
        Assert.Contains(": warning KILN1040: ", Assert.Single(_data.Say(Csv, Columns, Rule("price >= 0", ", \"tolerance\": 0.25"))));
        Assert.Contains(": error KILN1040: ", Assert.Single(_data.Say(Csv, Columns, Rule("price >= 0", ", \"tolerance\": 0.24"))));
        Assert.Contains(": warning KILN1040: ", Assert.Single(_data.Say(Csv, Columns, Rule("price >= 0", ", \"severity\": \"warning\""))));
    }

    [Fact]
    public void Rows_beyond_a_batch_keep_their_numbers()
    {
        var csv = "price,note\n" + string.Concat(Enumerable.Range(1, 300_000).Select(i => $"{(i is 122_880 or 122_881 or 300_000 ? -i : i)},x\n"));

        var said = _data.Say(csv, CheckedData.Number("price") + ",\n" + CheckedData.Text("note"), Rule("price > 0"));

        Assert.Equal(["data.csv(122881,1)", "data.csv(122882,1)", "data.csv(300001,1)"], said.Select(line => line[..line.IndexOf(':')]));
        Assert.Contains("price = -122880 (the first of 3 rows", said[0]);
    }

    [Fact]
    public void A_rule_that_cannot_be_computed_for_a_row_is_told_at_the_rule() => Assert.StartsWith(
        "data.schema.json(14,33): error KILN1040: the rule 'r' cannot be computed for every row: Conversion Error: Could not convert string 'a' to INT32",
        Assert.Single(_data.Say(Csv, Columns, Rule("CAST(note AS INTEGER) > 0"))));

    [Theory]
    [InlineData("1", "it uses no column")]
    [InlineData("TRUE", "it uses no column")]
    [InlineData("price", "it gives a DOUBLE and not true or false; compare it with something")]
    [InlineData("price + ", "it is not one SQL expression")]
    [InlineData("prise > 0", "'prise' is not a column (did you mean 'price'?)")]
    [InlineData("note = \"sale\"", "'sale' is not a column")]
    [InlineData("due > 0 AND Due > 0", "it uses 'due' and 'Due', which SQL does not tell apart")]
    [InlineData("price > 0, count > 0", "it is several expressions, and a rule is one")]
    [InlineData("price > 0; DROP TABLE kept", "it is not one SQL expression")]
    [InlineData("price > 0) FROM t; DROP TABLE kept; --", "it is not one SQL expression")]
    [InlineData("price > 0) FROM t --", "it is not one SQL expression")]
    [InlineData("price > 0) FROM t /*", "it is not one SQL expression")]
    [InlineData("price > 0 --\n) FROM t WHERE (price > 0", "it is not one SQL expression")]
    [InlineData("price > 0) OR (count > 0", "it is not one SQL expression")]
    [InlineData("price > 0] FROM t --", "it is not one SQL expression")]
    [InlineData("price > 0] || [price > 0", "it is not one SQL expression")]
    [InlineData("SELECT price > 0", "it ")]
    [InlineData("(SELECT price > 0)", "it has a query inside, and a rule looks at one row")]
    [InlineData("price > (SELECT max(price) FROM t)", "it has a query inside")]
    [InlineData("price IN (SELECT 1)", "it has a query inside")]
    [InlineData("EXISTS (FROM kept)", "it has a query inside")]
    [InlineData("EXISTS (FROM read_csv('/etc/passwd'))", "it has a query inside")]
    [InlineData("price > ALL (VALUES (1))", "it has a query inside")]
    [InlineData("price > 0 FROM t, LATERAL (SELECT 1)", "it is not one SQL expression")]
    [InlineData("price > 0 UNION SELECT TRUE", "it is not one SQL expression")]
    [InlineData("max(price) > 0", "'max' is not a function that a rule may use")]
    [InlineData("count(*) > 0", "'count_star' is not a function")]
    [InlineData("price > avg(price) OVER ()", "it has a window function")]
    [InlineData("row_number() OVER () > price", "it has a window function")]
    [InlineData("* > 0", "it ")]
    [InlineData("COLUMNS(*) > 0", "it has a *")]
    [InlineData("note = getenv('HOME')", "'getenv' is not a function")]
    [InlineData("note = current_setting('memory_limit')", "'current_setting' is not a function")]
    [InlineData("note = read_text('/etc/passwd')", "'read_text' is not a function")]
    [InlineData("sold < now()", "'now' is not a function")]
    [InlineData("sold < current_date", "'current_date' is not a ")]
    [InlineData("sold < today()", "'today' is not a function")]
    [InlineData("price < random()", "'random' is not a function")]
    [InlineData("length(repeat(note, 1000000000)) > 0", "'repeat' is not a function")]
    [InlineData("length(lpad(note, 1000000000, 'x')) > 0", "'lpad' is not a function")]
    [InlineData("len(range(1000000000)) > price", "'range' is not a function")]
    [InlineData("nextval('s') > price", "'nextval' is not a function")]
    [InlineData("note = version()", "'version' is not a function")]
    [InlineData("len(list_transform([price], x -> x + 1)) > 0", "is not a function")]
    [InlineData("t.price > 0", "is not a column; write its name alone")]
    [InlineData("main.t.price > 0", "is not a column; write its name alone")]
    [InlineData("main.abs(price) > 0", "'abs' is not a function")]
    [InlineData("rowid > price", "'rowid' is not a column")]
    [InlineData("price > $1", "it has a parameter, which a rule may not have")]
    [InlineData("price > ?", "it has a parameter, which a rule may not have")]
    [InlineData("price > #1", "it has a positional reference")]
    [InlineData("note COLLATE nocase = 'a'", "it has a collate")]
    [InlineData("PRAGMA database_list", "it is not one SQL expression")]
    [InlineData("COPY t TO '/tmp/x'", "it is not one SQL expression")]
    [InlineData("ATTACH '/tmp/x'", "it uses no column")]
    [InlineData("note = ATTACH '/tmp/x'", "Catalog Error")]
    [InlineData("INSTALL httpfs", "it is not one SQL expression")]
    [InlineData("SET memory_limit = '1GB'", "it is not one SQL expression")]
    [InlineData("note > 3 + DATE '2024-01-01' + note", "Binder Error")]
    public void What_is_no_expression_over_the_row_is_refused_at_its_line(string sql, string expected)
    {
        var said = Assert.Single(Refused(sql));

        Assert.StartsWith("data.schema.json(14,33): error KILN1005: the rule \"r\" is refused: ", said);
        Assert.True(said.Contains(expected, StringComparison.Ordinal), said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void A_name_that_is_a_word_of_SQL_is_told_how_to_be_written()
    {
        var columns = CheckedData.Column("at", "date-time") + ",\n" + CheckedData.Number("v");

        Assert.Contains("a name that is not one word, or is a word of SQL, stands in double quotes", Assert.Single(_data.Say("at,v\n2024-01-01,1\n", columns, Rule("at > DATE '2023-01-01'"))));
        Assert.Empty(_data.Say("at,v\n2024-01-01,1\n", columns, Rule("\"at\" > DATE '2023-01-01'")));
    }

    [Fact]
    public void Depth_is_bounded() => Assert.Matches(
        @"^data\.schema\.json\(14,33\): error KILN1005: the rule ""r"" is refused: .*; correct the contract", Assert.Single(Refused(string.Concat(Enumerable.Repeat("abs(", 1900)) + "price" + new string(')', 1900) + " > 0")));

    [Theory]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("COPY (SELECT 1) TO '/tmp/kiln-rule'")]
    [InlineData("ATTACH '/tmp/kiln-rule.db'")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET threads = 1")]
    [InlineData("INSTALL httpfs")]
    public void The_engine_of_rules_reaches_nothing_whatever_it_is_asked(string sql)
    {
        using var engine = Host.Data.Engine.DuckEngine.OpenLocked();

        Assert.Throws<Host.Data.Engine.EngineException>(() =>
        {
            using var rows = engine.Query(sql);
            rows.Read();
        });
    }

    IReadOnlyList<string> Refused(string sql)
    {
        var dataset = _data.Write(Csv, Columns, Rule(sql));
        return _data.Say(dataset);
    }

    static string Rule(string sql, string more = "") =>
        $"\"rules\": [{{ \"name\": \"r\", \"sql\": {System.Text.Json.JsonSerializer.Serialize(sql)}{more} }}]";
}
