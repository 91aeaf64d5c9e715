using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Training.Thresholds;

namespace Kiln.Host.Tests.Training.Thresholds;

public class ThresholdNoteTests
{
    static string Describe(string metric, float[] probabilities, bool[] positive)
    {
        var contract = new DataContract
        {
            Dataset = "d",
            Columns =
            [
                new() { Name = "x", Property = "X", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature },
                new() { Name = "y", Property = "Y", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["no", "yes"] },
            ],
        };
        var model = new ModelDefinition { Name = "M", Type = "M", Dataset = "d", Label = "y", ThresholdFor = metric, Location = new("M.cs", 1, 1) };
        return ThresholdNote.Describe(model, ShapeResolver.Resolve(model, contract, out _)!, ThresholdChoice.Make(metric, probabilities, positive))!;
    }

    static (float[] Probabilities, bool[] Positive) Rows(int count, Func<int, float> probability, Func<int, bool> positive) =>
        ([.. Enumerable.Range(0, count).Select(probability)], [.. Enumerable.Range(0, count).Select(positive)]);

    /// <summary>Probabilities that say nothing: then F1 is best where all are found, 2p / (1 + p), and accuracy where the more frequent class is always said.</summary>
    [Theory]
    [InlineData("F1Score", "0.5 there, ", "; with it, all of these rows are predicted 'yes': for F1Score, the model decides no better than always saying 'yes'")]
    [InlineData("Accuracy", "0.6667 there, ", "; with it, all of these rows are predicted 'no': for Accuracy, the model decides no better than always saying 'no'")]
    public void One_that_decides_nothing_says_so(string metric, string reached, string end)
    {
        var (probabilities, positive) = Rows(300, i => 0.3f + i % 10 * 0.01f, i => i % 3 == 0);

        var said = Describe(metric, probabilities, positive);

        Assert.Contains(reached, said);
        Assert.EndsWith(end, said);
    }

    [Fact]
    public void Nearly_all_on_one_side_is_said_too()
    {
        var (probabilities, positive) = Rows(400, i => i < 2 ? 0.01f : 0.3f + i % 10 * 0.01f, i => i >= 2 && i % 2 == 0);

        Assert.EndsWith("; with it, all but 2 of these rows are predicted 'yes': for F1Score, the model decides hardly better than always saying 'yes'", Describe("F1Score", probabilities, positive));
    }

    [Fact]
    public void One_that_divides_says_nothing_of_it()
    {
        var (probabilities, positive) = Rows(300, i => i % 3 == 0 ? 0.8f : 0.2f, i => i % 3 == 0);

        Assert.EndsWith("1 there, 1 from 0.5 on", Describe("F1Score", probabilities, positive));
    }
}
