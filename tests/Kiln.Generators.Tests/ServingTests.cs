using System.Text.Json;
using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Generators.Tests;

/// <summary>What services that do not know a model's types ask of its class.</summary>
public sealed class ServingTests
{
    /// <summary>What a build refuses as data, and <c>TryValidate</c> as input, is refused in JSON.</summary>
    [Fact]
    public void A_row_in_JSON_is_what_the_build_allows_as_data()
    {
        var cases = SingleValues.Cases;
        var row = $"{{{string.Join(",", cases.Where(c => c.Text.Trim().Length > 0).Select(c => $"\"c{c.Column.Property[1..]}\":{Value(c.Column, c.Text)}"))}}}";
        var shown = Run(
            StandIn.Project.Contract("data", [.. cases.Select(c => c.Column), Columns.Number("y")]), """[Kiln.Model("data", Label = "y", Version = "1.0.0")] partial class Data;""",
            $$"""
            var row = new JsonRow(JsonDocument.Parse({{JsonSerializer.Serialize(row)}}).RootElement, ((IServedModel)Data.Load()).Schema);
            Ask(Data.Load(), row);
            return string.Join("\n", row.Errors.Select(error => error.Column));
            """);

        Assert.Equal(cases.Where(c => c.Rule is not null).Select(c => c.Column.Name).Order(), shown.Split('\n').Order());
    }

    static string Value(Column column, string text) => column.Type is ColumnType.Number or ColumnType.Integer ? text : JsonSerializer.Serialize(text);

    [Theory]
    [InlineData("""Label = "flag" """, "0.5f, 0.75f", """{"predictedLabel":true,"probability":0.75,"score":0.5}""")]
    [InlineData("""Label = "two" """, "-0.5f, 0.25f", """{"predictedLabel":"no way","probability":0.25,"score":-0.5}""")]
    [InlineData("""Label = "kind" """, "0.25f, 0.5f, 0.25f", """{"predictedLabel":"b \u0022c\u0022","probability":0.5,"probabilities":{"a":0.25,"b \u0022c\u0022":0.5,"d":0.25}}""")]
    [InlineData("""Label = "x" """, "1.5f", """{"score":1.5}""")]
    [InlineData("""Label = "x" """, "float.NaN", """{"score":null}""")]
    [InlineData("""Label = "x", Interval = 0.9""", "1, 0, float.PositiveInfinity", """{"score":1,"low":0,"high":null}""")]
    [InlineData("""Label = "x", Task = Kiln.ModelTask.Ranking, Group = "kind" """, "2", """{"score":2}""")]
    [InlineData("Task = Kiln.ModelTask.AnomalyDetection", "0.5f", """{"isAnomaly":true,"score":0.5}""")]
    [InlineData("Task = Kiln.ModelTask.Clustering, Clusters = 2", "3, 1", """{"cluster":2,"distance":1}""")]
    public void An_answer_has_the_prediction_as_the_data_name_it(string model, string scores, string expected)
    {
        var shown = Run(
            StandIn.Project.Contract("data", Columns.Number("x"), Columns.Category("kind", "a", "b \"c\"", "d"), Columns.Category("two", "no way", "yes"), Columns.Boolean("flag")),
            $"""[Kiln.Model("data", {model}, Version = "1.0.0")] partial class Data;""",
            $$"""
            Kiln.Predictor.Answer = new float[] { {{scores}} };
            var schema = ((IServedModel)Data.Load()).Schema;
            var values = new System.Collections.Generic.Dictionary<string, string> { ["x"] = "\"x\":1", ["kind"] = "\"kind\":\"d\"", ["two"] = "\"two\":\"yes\"", ["flag"] = "\"flag\":true" };
            var json = "{" + string.Join(",", schema.Columns.Select(column => values[column.JsonName])) + "}";
            return Ask(Data.Load(), new JsonRow(JsonDocument.Parse(json).RootElement, schema));
            """);

        Assert.Equal(expected, shown);
    }

    [Fact]
    public void A_schema_says_what_is_checked_and_nothing_personal()
    {
        Column[] columns =
        [
            new() { Name = "amount (EUR)", Property = "Amount", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature, Min = 0.1, Max = 1e10, Unit = "EUR", Description = "asked \"for\"" },
            new() { Name = "lenient", Property = "Lenient", Type = ColumnType.Integer, Nullable = true, Role = ColumnRole.Feature, Max = 9, Tolerance = 0.1 },
            new() { Name = "code", Property = "Code", Type = ColumnType.Text, Nullable = true, Role = ColumnRole.Feature, MinLength = 1, MaxLength = 3, Pattern = "[A-Z]\\d" },
            new() { Name = "day", Property = "Day", Type = ColumnType.DateTime, Nullable = false, Role = ColumnRole.Feature, Earliest = new(2024, 2, 29) },
            new() { Name = "size", Property = "Size", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["S", "M"] },
            new() { Name = "town", Property = "Town", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["A"], Open = true },
            new() { Name = "faith", Property = "Faith", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["secret"], Classification = Classification.Sensitive },
        ];
        var shown = Run(
            StandIn.Project.Contract("data", [.. columns, Columns.Number("y")]), """[Kiln.Model("data", Label = "y", Version = "1.0.0")] partial class Data;""",
            """
            return string.Join("\n", ((IServedModel)Data.Load()).Schema.Columns.Select(c => System.FormattableString.Invariant(
                $"{c.Name}|{c.JsonName}|{c.Kind}|{c.IsRequired}|{c.Min}|{c.Max}|{c.Unit}|{c.Description}|{c.MinLength}|{c.MaxLength}|{c.Pattern}|{c.Earliest:yyyy-MM-dd}|{c.Latest}|{(c.Values is null ? "" : string.Join(",", c.Values))}|{c.IsOpen}")));
            """);

        Assert.Equal(
            [
                "amount (EUR)|amount|Number|True|0.1|10000000000|EUR|asked \"for\"|||||||False",
                "lenient|lenient|Integer|False|||||||||||False",
                "code|code|Text|False|||||1|3|[A-Z]\\d||||False",
                "day|day|Date|True||||||||2024-02-29|||False",
                "size|size|Text|True||||||||||S,M|False",
                "town|town|Text|True||||||||||A|True",
                "faith|faith|Text|True|||||||||||False",
            ],
            shown.Split('\n'));
    }

    [Fact]
    public void No_value_of_a_classified_column_is_told()
    {
        var secret = new Column
        {
            Name = "mail", Property = "Mail", Type = ColumnType.Text, Nullable = true, Role = ColumnRole.Feature, MaxLength = 3, Classification = Classification.Personal,
        };
        var shown = Run(
            StandIn.Project.Contract("data", secret, Columns.Number("x"), Columns.Number("y")), """[Kiln.Model("data", Label = "y", Version = "1.0.0")] partial class Data;""",
            """
            var shown = "";
            foreach (var json in new[] { "{\"mail\":\"someone\",\"x\":1}", "{\"mail\":77777,\"x\":1}", "{\"mail\":[\"someone\"],\"x\":1}" })
            {
                var row = new JsonRow(JsonDocument.Parse(json).RootElement, ((IServedModel)Data.Load()).Schema);
                Ask(Data.Load(), row);
                shown += string.Join(";", row.Errors) + "\n";
            }
            return shown;
            """);

        Assert.Equal(3, shown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains("mail", StringComparison.Ordinal)));
        Assert.DoesNotContain("someone", shown);
        Assert.DoesNotContain("777", shown);
    }

    static string Run(TestProject project, string model, string script) => project.Source($$"""
        using System.Linq;
        using System.Text.Json;
        using Kiln.Serving;
        {{model}}
        static class Script
        {
            static string Ask(IServedModel model, JsonRow row)
            {
                var buffer = new System.Buffers.ArrayBufferWriter<byte>();
                using (var writer = new Utf8JsonWriter(buffer))
                    model.TryAnswer(row, writer);
                return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
            }

            static string Run()
            {
                {{script}}
            }
        }
        """, "/project/Script.cs").Generate().Run();
}
