using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class RegressionModelTests
{
    [Fact]
    public void A_number_is_predicted()
    {
        var shown = StandIn.Project
            .Contract("houses", Columns.Category("town", "A", "B"), Columns.Number("price"))
            .Source("""
                [Kiln.Model("houses", Label = "price", Version = "1.0.0")]
                partial class House;
                static class Script
                {
                    static string Run()
                    {
                        Kiln.Predictor.Answer = new[] { 12.5f };
                        var model = House.Load();
                        Kiln.Predictor.Log.Add(System.FormattableString.Invariant($"{model.Predict(new() { Town = "A" }).Score}"));
                        return Kiln.Predictor.Show;
                    }
                }
                """).Generate().Run();

        Assert.Equal("load House from models:  | town | \nscore  | A\n12.5", shown);
    }

    [Fact]
    public void A_number_has_an_interval_where_the_model_says_so()
    {
        var generated = StandIn.Project
            .Contract("houses", Columns.Category("town", "A", "B"), Columns.Number("price"))
            .Source("""
                [Kiln.Model("houses", Label = "price", Version = "1.0.0", Interval = 0.9)]
                partial class House;
                static class Script
                {
                    static string Run()
                    {
                        Kiln.Predictor.Answer = new[] { 12.5f, 11f, 15f };
                        var many = new House.Prediction[1];
                        House.Load().Predict(new[] { new House.Input { Town = "A" } }, many);
                        var (score, low, high) = House.Load().Predict(new() { Town = "A" });
                        return System.FormattableString.Invariant($"{low} {score} {high} {many[0].Low} {many[0].Score} {many[0].High}");
                    }
                }
                """).Generate();

        Assert.Equal("11 12.5 15 11 12.5 15", generated.Run());
        Assert.Contains("/// <param name=\"Low\">The lower end of the interval in which 90 % of values lie; at most <paramref name=\"Score\"/>.</param>", generated.Compiles()["House.g.cs"]);
    }

    [Fact]
    public void Five_hundred_columns_keep_their_order()
    {
        var columns = Enumerable.Range(0, 499).Select(i => Columns.Number($"column {i}", nullable: true)).Append(Columns.Number("y")).ToArray();
        var shown = StandIn.Project
            .Contract("wide", columns)
            .Source("""
                [Kiln.Model("wide", Label = "y", Version = "1.0.0")]
                partial class Wide;
                static class Script
                {
                    static string Run()
                    {
                        Kiln.Predictor.Answer = new[] { 1f };
                        var model = Wide.Load();
                        var input = new Wide.Input { Column0 = 7, Column256 = 8, Column498 = 9 };
                        model.Predict(input);
                        model.Predict(new[] { input }, new Wide.Prediction[1]);
                        var row = new App.Datasets.Wide { Y = 1, Column498 = 9 };
                        return $"{input == new Wide.Input { Column0 = 7, Column256 = 8, Column498 = 9 }} {row == row with { Y = 2 }} " + Kiln.Predictor.Show;
                    }
                }
                """).Generate().Run();

        var score = $"score 7 {string.Concat(Enumerable.Repeat("NaN ", 255))}8 {string.Concat(Enumerable.Repeat("NaN ", 241))}9 | ";
        Assert.Equal($"True False load Wide from models: {string.Join(" ", columns.SkipLast(1).Select(c => c.Name))} |  | \n{score}\n{score}", shown);
    }

    [Fact]
    public void Only_features_are_asked_for()
    {
        var generated = StandIn.Project
            .Contract("rows",
                Columns.Integer("id", role: ColumnRole.Id),
                Columns.Number("x"),
                Columns.Number("left out", role: ColumnRole.Ignore),
                Columns.Text("review"),
                Columns.Integer("customer", role: ColumnRole.Group),
                Columns.Date("day", role: ColumnRole.Time),
                Columns.Number("z"),
                Columns.Number("y"))
            .Source("""
                [Kiln.Model("rows", Label = "y", Version = "1.0.0", Ignore = ["z"])]
                partial class M;
                static class Script
                {
                    static string Run()
                    {
                        Kiln.Predictor.Answer = new[] { 1f };
                        M.Load().Predict(new() { X = 1, Review = "good", Day = new(2024, 1, 7) });
                        return string.Join(" ", System.Linq.Enumerable.Select(typeof(M.Input).GetProperties(), p => p.Name)) + "\n" + Kiln.Predictor.Show
                            + "\n" + M.Columns.Review + " " + M.Columns.Y;
                    }
                }
                """).Generate();

        Assert.Equal("""
            X Review Day
            load M from models: x day.Month day.Day day.DayOfWeek day.DayOfYear day.Hour | review | 
            score 1 1 7 0 7 0 | good
            review y
            """, generated.Run());
        Assert.Contains("Regression: predicts <c>y</c> of <c>rows</c> from 3 features.", generated["M.g.cs"]);
    }
}
