using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class TaskAssumedTests
{
    static Column Numbers(ColumnType type, params string[] classes) =>
        new() { Name = "quality", Property = "Quality", Type = type, Nullable = false, Role = ColumnRole.Feature, Classes = classes };

    static Task<string[]> Findings(Column label, string arguments = "") => StandIn.Project
        .Contract("wine", Columns.Number("x"), label)
        .Source($"using Kiln; [Model(\"wine\", Label = \"quality\", Version = \"1.0.0\"{arguments})] partial class M;")
        .Findings();

    const string At = "KILN1028 at Model(\"wine\", Label = \"quality\", Version = \"1.0.0\"): ";

    [Fact]
    public async Task Says_what_was_assumed_and_the_line_for_the_other()
    {
        Assert.Equal(
            [At + "label 'quality' holds 6 whole numbers (3 … 8): predicted as a number (regression); for classes paste Task = ModelTask.MulticlassClassification, to keep it Task = ModelTask.Regression"],
            await Findings(Numbers(ColumnType.Integer, "3", "4", "5", "6", "7", "8")));
        Assert.Equal(
            [At + "label 'quality' holds 3 numbers (0.5, 1, 2): predicted as a number (regression); for classes paste Task = ModelTask.MulticlassClassification, to keep it Task = ModelTask.Regression"],
            await Findings(Numbers(ColumnType.Number, "0.5", "1", "2")));
        Assert.Equal(
            [At + "label 'quality' holds 2 whole numbers (1, 2): predicted as two classes (binary classification); for a number paste Task = ModelTask.Regression, to keep it Task = ModelTask.BinaryClassification"],
            await Findings(Numbers(ColumnType.Integer, "1", "2")));
    }

    [Theory]
    [InlineData("Regression")]
    [InlineData("MulticlassClassification")]
    public async Task Is_silent_once_the_task_is_said(string task) =>
        Assert.Empty(await Findings(Numbers(ColumnType.Integer, "3", "4", "5"), $", Task = ModelTask.{task}"));

    [Fact]
    public async Task Is_silent_where_numbers_are_many_or_values_are_texts()
    {
        Assert.Empty(await Findings(Numbers(ColumnType.Integer)));
        Assert.Empty(await Findings(Columns.Category("quality", "a", "b")));
        Assert.Empty(await Findings(Columns.Boolean("quality")));
    }
}
