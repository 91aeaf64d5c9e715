using Kiln.Contracts.Data;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Models;

public sealed class ShapeResolverTests
{
    static readonly Column Flag = new() { Name = "flag", Property = "Flag", Type = ColumnType.Boolean, Nullable = false, Role = ColumnRole.Feature, TrueText = "1", FalseText = "0" };
    static readonly Column Kind = new() { Name = "kind", Property = "Kind", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["a", "b", "c"] };

    static readonly Column[] Columns =
    [
        Samples.Column("id", ColumnType.Integer, ColumnRole.Id), Samples.Column("x", ColumnType.Number), Flag, Kind, Samples.Column("note", ColumnType.Text),
        Samples.Column("birth", ColumnType.DateTime), Samples.Column("spare", ColumnType.Number, ColumnRole.Ignore),
    ];

    static ModelDefinition Model(
        string? label = null, TaskKind? task = null, string[]? features = null, string[]? ignore = null, SplitKind? split = null, string? group = null, string? time = null) => new()
    {
        Name = "M", Type = "M", Dataset = "d", Label = label, Task = task, Features = features, Ignore = ignore ?? [], Split = split, Group = group, Time = time,
        Location = new("M.cs", 1, 2),
    };

    static ModelShape Shape(ModelDefinition model, params Column[] more)
    {
        var shape = ShapeResolver.Resolve(model, new() { Dataset = "d", Columns = [.. Columns, .. more] }, out var problems);
        Assert.Empty(problems);
        return shape!;
    }

    static string[] Problems(ModelDefinition model, params Column[] columns)
    {
        var shape = ShapeResolver.Resolve(model, new() { Dataset = "d", Columns = columns.Length > 0 ? columns : Columns }, out var problems);
        Assert.Null(shape);
        return [.. problems.Select(problem => $"{problem.Id} {problem.Argument ?? "-"} {problem.Value ?? "-"}")];
    }

    [Theory]
    [InlineData("flag", TaskKind.BinaryClassification, 2, 2)]
    [InlineData("kind", TaskKind.MulticlassClassification, 3, 3)]
    [InlineData("x", TaskKind.Regression, 1, 0)]
    [InlineData("id", TaskKind.Regression, 1, 0)]
    public void The_task_follows_from_the_label(string label, TaskKind task, int scores, int classes)
    {
        var shape = Shape(Model(label));
        Assert.Equal((task, scores, classes, label), (shape.Task, shape.ScoreCount, shape.Classes.Count, shape.Label.Name));
    }

    [Fact]
    public void Features_are_what_the_contract_gives_that_role_without_the_label() =>
        Assert.Equal(["flag", "kind", "note", "birth"], Shape(Model("x")).Features.Select(column => column.Name));

    [Fact]
    public void Inputs_spread_dates_and_keep_the_contracts_order()
    {
        Assert.Equal(
            ["flag", "kind!", "note!", "birth.Year", "birth.Month", "birth.Day", "birth.DayOfWeek", "birth.DayOfYear", "birth.Hour", "when.Month", "when.Day", "when.DayOfWeek", "when.DayOfYear", "when.Hour"],
            Shape(Model("x"), Samples.Column("when", ColumnType.DateTime, ColumnRole.Time)).Inputs.Select(input => input.Name + (input.IsText ? "!" : "")));
    }

    [Fact]
    public void Named_features_are_the_only_ones_and_roles_do_not_matter() =>
        Assert.Equal(["id", "kind", "spare"], Shape(Model("x", features: ["kind", "id", "spare", "x"])).Features.Select(column => column.Name));

    [Fact]
    public void Ignored_columns_are_no_features() =>
        Assert.Equal(["flag"], Shape(Model("x", ignore: ["kind", "birth", "note"])).Features.Select(column => column.Name));

    [Theory]
    [InlineData(null, null, null, false, SplitKind.Hash, null)]
    [InlineData(null, "id", null, false, SplitKind.Group, "id")]
    [InlineData(null, null, "birth", false, SplitKind.Time, "birth")]
    [InlineData(null, "id", "birth", false, SplitKind.Time, "birth")]
    [InlineData(null, null, null, true, SplitKind.Time, "when")]
    [InlineData(null, "id", null, true, SplitKind.Group, "id")]
    [InlineData(SplitKind.Hash, "id", "birth", true, SplitKind.Hash, null)]
    [InlineData(SplitKind.Group, null, null, true, SplitKind.Group, "house")]
    public void The_split_is_what_is_said_or_what_the_contract_has(SplitKind? said, string? group, string? time, bool roles, SplitKind split, string? column)
    {
        Column[] more = roles ? [Samples.Column("when", ColumnType.DateTime, ColumnRole.Time), Samples.Column("house", ColumnType.Integer, ColumnRole.Group)] : [];
        var shape = Shape(Model("x", split: said, group: group, time: time), more);
        Assert.Equal((split, column), (shape.Split, shape.SplitColumn?.Name));
    }

    [Fact]
    public void The_column_rows_are_grouped_by_is_no_feature() =>
        Assert.DoesNotContain("kind", Shape(Model("x", group: "kind")).Features.Select(column => column.Name));

    [Theory]
    [InlineData("flat", "KILN1011 Label flat")]
    [InlineData("note", "KILN1013 Label -")]
    [InlineData("birth", "KILN1013 Label -")]
    [InlineData(null, "KILN1011 - -")]
    public void A_label_that_does_not_do_is_a_problem(string? label, string problem) => Assert.Equal([problem], Problems(Model(label)));

    [Fact]
    public void Every_problem_is_told() => Assert.Equal(
        ["KILN1011 Label a", "KILN1014 Group b", "KILN1014 Time c", "KILN1014 Ignore d", "KILN1014 Features e"],
        Problems(Model("a", group: "b", time: "c", ignore: ["d"], features: ["e"])));

    [Fact]
    public void What_does_not_fit_is_a_problem()
    {
        Assert.Equal(["KILN1013 Task -"], Problems(Model("flag", TaskKind.Regression)));
        Assert.Equal(["KILN1014 Split -"], Problems(Model("x", split: SplitKind.Group)));
        Assert.Equal(["KILN1014 Split -"], Problems(Model("x", split: SplitKind.Time)));
        Assert.Equal(["KILN1016 Features -"], Problems(Model("x", features: ["x"])));
        Assert.Equal(["KILN1012 Label -"], Problems(
            Model("one"), Flag, new Column { Name = "one", Property = "One", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["a"] }));
    }

    [Theory]
    [InlineData("x", null, "kind", null, "KILN1018 Time -")]
    [InlineData("x", null, "flag", SplitKind.Time, "KILN1018 Time -")]
    [InlineData("x", null, "note", null, "KILN1018 Time -")]
    [InlineData("x", null, "x", null, "KILN1018 Time -")]
    [InlineData("x", "x", null, null, "KILN1018 Group -")]
    [InlineData("x", "x", null, SplitKind.Group, "KILN1018 Group -")]
    public void A_column_that_cannot_split_the_rows_is_a_problem(string label, string? group, string? time, SplitKind? split, string problem) =>
        Assert.Equal([problem], Problems(Model(label, group: group, time: time, split: split)));

    [Theory]
    [InlineData(ColumnType.Number, ColumnRole.Time, "KILN1018 Label -")]
    [InlineData(ColumnType.Integer, ColumnRole.Group, "KILN1018 Label -")]
    public void A_label_whose_role_would_split_by_it_is_a_problem(ColumnType type, ColumnRole role, string problem) =>
        Assert.Equal([problem], Problems(Model("own"), Flag, Samples.Column("own", type, role)));

    [Fact]
    public void A_role_of_time_needs_an_order() =>
        Assert.Equal(["KILN1018 - -"], Problems(Model("flag"), Flag, Samples.Column("x", ColumnType.Number), Samples.Column("when", ColumnType.Text, ColumnRole.Time)));

    [Theory]
    [InlineData("x", SplitKind.Hash)]
    [InlineData(null, SplitKind.Hash)]
    public void A_column_that_splits_nothing_may_be_any(string? group, SplitKind split) =>
        Assert.Equal(split, Shape(Model("x", group: group, time: "kind", split: split)).Split);

    [Fact]
    public void One_class_in_the_contract_names_its_line()
    {
        var one = new Column { Name = "one", Property = "One", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["a"], Line = 9 };
        ShapeResolver.Resolve(Model("one"), new() { Dataset = "d", Columns = [Flag, one] }, out var problems);
        Assert.Equal(
            "label 'one' has one class ('a') in the contract: there is nothing to tell apart; choose another label, "
            + "or add data and the other classes to its \"values\" in d.schema.json, line 9",
            Assert.Single(problems).Message);
    }

    [Fact]
    public void One_label_role_is_enough_and_two_are_too_many()
    {
        var (a, b) = (Samples.Column("a", ColumnType.Number, ColumnRole.Label), Samples.Column("b", ColumnType.Number, ColumnRole.Label));
        Assert.Equal("a", Shape(Model(), a).Label.Name);
        Assert.Equal(["KILN1011 - -"], Problems(Model(), Flag, a, b));
    }

    [Fact]
    public void Messages_are_one_line_each()
    {
        ShapeResolver.Resolve(Model("falg"), new() { Dataset = "d", Columns = Columns }, out var problems);
        Assert.Equal("'falg' is not a column of 'd' (did you mean 'flag'?); column names must match the file's header exactly", Assert.Single(problems).Message);
    }
}
