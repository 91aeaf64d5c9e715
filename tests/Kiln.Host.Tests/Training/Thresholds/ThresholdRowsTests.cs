using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Host.Training.Thresholds;
using Kiln.Testing;

namespace Kiln.Host.Tests.Training.Thresholds;

/// <summary>Which rows choose a threshold: training rows only, each judged by a model that did not learn from it.</summary>
public class ThresholdRowsTests
{
    [Fact]
    public void Every_training_row_is_judged_once_and_by_no_model_that_knows_it()
    {
        var rows = Read(600, i => i % 4 == 0, SplitKind.Hash);

        var passes = ThresholdRows.Divide(rows, rows.Examples.Shape);

        Assert.Equal(5, passes.Count);
        Assert.Equal(rows.HoldOut.Training.Order(), passes.SelectMany(pass => pass.Judged).Order());
        Assert.All(passes, pass => Assert.Equal(rows.HoldOut.Training.Order(), pass.Learned.Concat(pass.Judged).Order()));
        Assert.Null(ThresholdRows.Problem(rows, rows.Examples.Shape));
    }

    [Fact]
    public void A_group_is_judged_whole()
    {
        var rows = Read(600, i => i % 4 == 0, SplitKind.Group);

        Assert.All(ThresholdRows.Divide(rows, rows.Examples.Shape), pass =>
            Assert.Empty(pass.Learned.Select(row => row % 30).Intersect(pass.Judged.Select(row => row % 30))));
    }

    /// <summary>A row may not be judged by what came after it.</summary>
    [Fact]
    public void Where_time_divides_them_the_latest_choose()
    {
        var rows = Read(600, i => i % 4 == 0, SplitKind.Time);

        var (learned, judged) = Assert.Single(ThresholdRows.Divide(rows, rows.Examples.Shape));

        Assert.True(learned.Max() < judged.Min());
        Assert.True(judged.Max() < rows.HoldOut.HeldOut.Min());
        Assert.InRange(judged.Length, 90, 100);
    }

    [Fact]
    public void Few_rows_of_a_class_choose_nothing()
    {
        var rows = Read(600, i => i % 100 == 0, SplitKind.Hash);

        Assert.Matches("^[0-9] of the 4[0-9]{2} training rows that could choose it have 'yes', and 10 of each class are needed$", ThresholdRows.Problem(rows, rows.Examples.Shape));
    }

    [Fact]
    public void A_class_of_one_group_chooses_nothing()
    {
        // Of a group that trains.
        var rows = Enumerable.Range(0, 30).Select(group => Read(600, i => i % 30 == group, SplitKind.Group))
            .First(rows => rows.HoldOut.Training.Count(row => rows.Examples.Label[row] > 0) == 20);

        Assert.Equal("all training rows of one class are of one 'house', so that no model that judges them could learn it", ThresholdRows.Problem(rows, rows.Examples.Shape));
    }

    static ModelRows Read(int count, Func<int, bool> positive, SplitKind split)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv("id,at,house,x,y\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
            FormattableString.Invariant($"r{i},{new DateTime(2020, 1, 1).AddHours(i):s},h{i % 30},{i * 37 % count / 4.0:0.00},{(positive(i) ? "yes" : "no")}\n"))));
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var model = new ModelDefinition
        {
            Name = "M", Type = "M", Dataset = "data", Label = "y", Features = ["x"], Split = split, Time = split == SplitKind.Time ? "at" : null,
            Group = split == SplitKind.Group ? "house" : null, ThresholdFor = "F1Score", Location = new("M.cs", 1, 1),
        };
        var shape = ShapeResolver.Resolve(model, contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message);
        return new(folder.Load(dataset, contract), shape, null);
    }
}
