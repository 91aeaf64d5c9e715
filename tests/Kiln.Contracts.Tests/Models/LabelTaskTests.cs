using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Tests.Models;

/// <summary>What a label's values make of a model: its task, its classes in the order of the scores, and which is positive.</summary>
public sealed class LabelTaskTests
{
    static readonly Column Feature = Samples.Column("x", ColumnType.Number);

    static Column Category(params string[] values) => Label(ColumnType.Category, values: values);

    static Column Numbers(params string[] classes) => Label(ColumnType.Integer, classes: classes);

    static Column Label(ColumnType type, string[]? values = null, string[]? classes = null, string? positive = null) => new()
    {
        Name = "y", Property = "Y", Type = type, Nullable = false, Role = ColumnRole.Label, Values = values ?? [], Classes = classes ?? [], Positive = positive,
        TrueText = type == ColumnType.Boolean ? "1.0" : null, FalseText = type == ColumnType.Boolean ? "0.0" : null, Line = 7,
    };

    static ModelDefinition Model(TaskKind? task = null, string? positive = null) =>
        new() { Name = "M", Type = "M", Dataset = "d", Task = task, Positive = positive, Location = new("M.cs", 1, 2) };

    static ModelShape Shape(Column label, TaskKind? task = null, string? positive = null)
    {
        var shape = ShapeResolver.Resolve(Model(task, positive), new() { Dataset = "d", Columns = [Feature, label] }, out var problems);
        Assert.Empty(problems);
        return shape!;
    }

    static string Problem(Column label, TaskKind? task = null, string? positive = null)
    {
        Assert.Null(ShapeResolver.Resolve(Model(task, positive), new() { Dataset = "d", Columns = [Feature, label] }, out var problems));
        var problem = Assert.Single(problems);
        return $"{problem.Id} {problem.Argument}: {problem.Message}";
    }

    [Fact]
    public void Two_texts_are_binary_and_the_positive_one_is_second()
    {
        var shape = Shape(Category("spam", "nonspam"));
        Assert.Equal((TaskKind.BinaryClassification, 2, "nonspam", false), (shape.Task, shape.ScoreCount, shape.Positive, shape.IsTrueOrFalse));
        Assert.Equal(["spam", "nonspam"], shape.Classes);
    }

    [Fact]
    public void The_model_says_which_is_positive_before_the_contract_and_that_before_the_rule()
    {
        Assert.Equal(["yes", "no"], Shape(Label(ColumnType.Category, ["yes", "no"], positive: "no")).Classes);
        Assert.Equal(["no", "yes"], Shape(Label(ColumnType.Category, ["yes", "no"], positive: "no"), positive: "yes").Classes);
        Assert.Equal(["no", "yes"], Shape(Category("yes", "no")).Classes);
        Assert.Equal("2", Shape(Numbers("1", "2")).Positive);
        Assert.Equal("1", Shape(Numbers("1", "2"), positive: "1").Positive);
    }

    [Fact]
    public void A_boolean_label_stays_true_or_false_whichever_is_positive()
    {
        var (shape, flipped) = (Shape(Label(ColumnType.Boolean)), Shape(Label(ColumnType.Boolean), positive: "0.0"));
        Assert.Equal((true, "1.0", true, "0.0"), (shape.IsTrueOrFalse, shape.Positive, flipped.IsTrueOrFalse, flipped.Positive));
    }

    [Fact]
    public void A_task_alone_makes_classes_of_numbers_or_of_two_texts()
    {
        Assert.Equal(TaskKind.Regression, Shape(Numbers("3", "4", "5")).Task);
        Assert.Empty(Shape(Numbers("3", "4", "5")).Classes);
        Assert.Equal(["3", "4", "5"], Shape(Numbers("3", "4", "5"), TaskKind.MulticlassClassification).Classes);
        Assert.Equal(["a", "b"], Shape(Category("a", "b"), TaskKind.MulticlassClassification).Classes);
        Assert.Equal(["0.0", "1.0"], Shape(Label(ColumnType.Boolean), TaskKind.MulticlassClassification).Classes);
        Assert.Equal((TaskKind.BinaryClassification, TaskKind.Regression), (Shape(Numbers("1", "2")).Task, Shape(Numbers("1", "2"), TaskKind.Regression).Task));
    }

    [Fact]
    public void A_task_that_does_not_fit_says_what_to_paste()
    {
        Assert.Equal(
            "KILN1013 Task: BinaryClassification does not fit label 'y', a category of 3 values ('a', 'b', 'c'), which means MulticlassClassification by default; "
            + "leave out Task, or paste Task = ModelTask.MulticlassClassification instead", Problem(Category("a", "b", "c"), TaskKind.BinaryClassification));
        Assert.Equal(
            "KILN1013 Task: MulticlassClassification does not fit label 'y', an integer column, which means Regression by default; "
            + "leave out Task, or add its numbers to the column, as in \"classes\": [0, 1, 2], in d.schema.json, line 7", Problem(Numbers(), TaskKind.MulticlassClassification));
        Assert.Equal(
            "KILN1013 Task: Regression does not fit label 'y', a category of 2 values ('a', 'b'), which means BinaryClassification by default; "
            + "leave out Task, or name a column of numbers as Label, or, if its values are numbers, set \"type\": \"number\" for it in d.schema.json, line 7",
            Problem(Category("a", "b"), TaskKind.Regression));
        Assert.Equal(
            "KILN1013 Label: a text column such as 'y' cannot be predicted; "
            + "name another column as Label, or write \"type\": \"category\" with its \"values\", as in \"values\": [\"no\", \"yes\"], for it in d.schema.json, line 7",
            Problem(Label(ColumnType.Text)));
        Assert.StartsWith("KILN1012 Label: label 'y' has one class ('3') in the contract: ", Problem(Numbers("3"), TaskKind.MulticlassClassification));
    }

    [Fact]
    public void A_positive_value_that_is_none_says_what_to_paste()
    {
        Assert.Equal(
            "KILN1030 Positive: 'Spam' is not a value of label 'y' (did you mean 'spam'?); paste Positive = \"spam\" or Positive = \"nonspam\"",
            Problem(Category("spam", "nonspam"), positive: "Spam"));
        Assert.Equal(
            "KILN1030 Positive: Positive selects one of two values, but 'M' is MulticlassClassification on 'y', a category of 3 values ('a', 'b', 'c'); leave out Positive",
            Problem(Category("a", "b", "c"), positive: "a"));
        Assert.EndsWith("leave out Positive, or paste Task = ModelTask.BinaryClassification", Problem(Category("a", "b"), TaskKind.MulticlassClassification, "a"));
    }

    [Theory]
    [InlineData("a", "b", "the positive class of 'y' changed from 'b' to 'a'")]
    [InlineData("b", "b", "")]
    public void Another_positive_class_is_a_major_version(string now, string released, string reason)
    {
        var (due, before) = (Content(Category("a", "b"), now), Content(Category("a", "b"), released));
        Assert.Equal(reason, string.Join("; ", VersionDue.Between(before, due).Reasons));
    }

    [Fact]
    public void How_true_and_false_are_spelled_is_no_major_version()
    {
        Assert.Equal(["false", "true"], Content(Label(ColumnType.Boolean), null).Classes);
        Assert.Equal(["true", "false"], Content(Label(ColumnType.Boolean), "0.0").Classes);
        Assert.Equal("Y", Content(Category("a", "b"), null).Outputs[0].Type);
        Assert.Equal("bool", Content(Label(ColumnType.Boolean), null).Outputs[0].Type);
    }

    static ReleaseContent Content(Column label, string? positive) =>
        ReleaseContent.Create(Model(positive: positive), new() { Dataset = "d", Columns = [Feature, label] }, Shape(label, positive: positive));
}
