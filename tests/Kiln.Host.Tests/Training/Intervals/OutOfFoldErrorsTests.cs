using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Host.Training.Intervals;
using Kiln.Testing;
using Microsoft.ML;

namespace Kiln.Host.Tests.Training.Intervals;

/// <summary>Which models say how far off a model is in a row: none that knows it, and where time divides the rows none that knows later ones.</summary>
public class OutOfFoldErrorsTests
{
    static readonly MLContext Context = new(1);

    readonly List<HashSet<int>> _fitted = [];

    /// <summary>Rows of 30 houses; x is the label less 1.</summary>
    static ModelRows Read(int count, SplitKind split)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv("id,at,house,x,y\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
            FormattableString.Invariant($"r{i},{new DateTime(2020, 1, 1).AddHours(i):s},h{i % 30},{i * 37 % count / 4.0:0.00},{1 + i * 37 % count / 4.0:0.00}\n"))));
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var model = new ModelDefinition
        {
            Name = "M", Type = "M", Dataset = "data", Label = "y", Features = ["x"], Split = split, Time = split == SplitKind.Time ? "at" : null,
            Group = split == SplitKind.Group ? "house" : null, Interval = 0.9, Location = new("M.cs", 1, 1),
        };
        var shape = ShapeResolver.Resolve(model, contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message);
        return new(folder.Load(dataset, contract), shape, null);
    }

    /// <summary>Predicts x, and notes what it was to learn from.</summary>
    ITransformer Fit(ModelRows rows, int[] learned)
    {
        _fitted.Add([.. learned]);
        return Context.Transforms.CopyColumns("Score", "x").Fit(new ExampleView(rows.Examples, learned));
    }

    [Theory]
    [InlineData(SplitKind.Hash, 25, 25)]
    [InlineData(SplitKind.Group, 10, 25)]
    public void Every_training_row_is_judged_once_by_a_model_that_knows_nearly_all_others(SplitKind split, int least, int most)
    {
        var rows = Read(600, split);

        var errors = OutOfFoldErrors.Measure(rows, ExampleView.Label, learned => Fit(rows, learned));

        Assert.InRange(errors.Count, least, most);
        Assert.Equal(rows.HoldOut.Training.Order(), errors.SelectMany(pass => pass).Select(error => error.Row).Order());
        Assert.All(errors.SelectMany(pass => pass), error => Assert.Equal(1, error.Error, 1e-4));
        Assert.All(errors.Zip(_fitted), pass =>
        {
            Assert.Equal(rows.HoldOut.Training.Order(), pass.First.Select(error => error.Row).Concat(pass.Second).Order());
            if (split == SplitKind.Group)
                Assert.Empty(pass.First.Select(error => error.Row % 30).Intersect(pass.Second.Select(row => row % 30)));
        });
    }

    [Fact]
    public void Of_many_rows_five_models_judge_a_fifth_each()
    {
        var rows = Read(7_000, SplitKind.Hash);

        Assert.Equal(5, OutOfFoldErrors.Measure(rows, ExampleView.Label, learned => Fit(rows, learned)).Count);
        Assert.All(_fitted, learned => Assert.InRange(learned.Count, 0.78 * rows.HoldOut.Training.Length, 0.82 * rows.HoldOut.Training.Length));
    }

    [Fact]
    public void Where_time_divides_them_only_what_came_before_is_known()
    {
        var rows = Read(600, SplitKind.Time);

        var errors = OutOfFoldErrors.Measure(rows, ExampleView.Label, learned => Fit(rows, learned));

        Assert.Equal(4, errors.Count);
        Assert.All(errors.Zip(_fitted), pass => Assert.True(pass.Second.Max() < pass.First.Min(error => error.Row)));
        Assert.Equal(errors[3], Assert.Single(OutOfFoldErrors.Judging(rows.Examples.Shape, errors)));
        Assert.InRange(errors[3].Length, 90, 100);

        var spread = SpreadRows.Of(rows, [.. errors.SelectMany(pass => pass)], ExampleView.Label, _ => throw new InvalidOperationException());
        var (learned, judged) = Assert.Single(spread.Passes);
        Assert.Equal(errors[3], judged);
        Assert.Equal(errors.Take(3).SelectMany(pass => pass), learned);
    }

    /// <summary>A model that knows a row is off by less on those like it.</summary>
    [Fact]
    public void No_fold_judges_what_was_learnt_from_a_model_that_knew_it()
    {
        var rows = Read(600, SplitKind.Hash);
        OutOfFoldError[] errors = [.. rows.HoldOut.Training.Select(row => new OutOfFoldError(row, -3, 1))];

        var spread = SpreadRows.Of(rows, errors, ExampleView.Label, learned => Fit(rows, learned));

        Assert.Equal(5, spread.Passes.Count);
        Assert.Equal(10, _fitted.Count);
        Assert.Equal(errors.Select(error => error.Row).Order(), spread.Passes.SelectMany(pass => pass.Judged).Select(error => error.Row).Order());
        Assert.All(spread.Passes, pass =>
        {
            int[] judged = [.. pass.Judged.Select(error => error.Row)];
            // Four models know nothing of the fold; each taught of one other fold, that it did not know either.
            var unaware = _fitted.Where(learned => !learned.Overlaps(judged)).ToList();
            Assert.Equal(4, unaware.Count);
            Assert.Equal(rows.HoldOut.Training.Except(judged).Order(), pass.Learned.Select(error => error.Row).Order());
            Assert.Equal(
                pass.Learned.Select(error => error.Row).Order(), unaware.SelectMany(learned => rows.HoldOut.Training.Except(learned).Except(judged)).Order());
            Assert.All(pass.Learned, error => Assert.Equal(1, error.Error, 1e-4));
        });
        Assert.Equal(errors.Select(error => error.Row), spread.All.Select(error => error.Row));
        Assert.All(spread.All, error => Assert.Equal(1, error.Error, 1e-4));
    }

    [Fact]
    public void A_share_that_is_near_1_takes_many_rows()
    {
        var rows = Read(600, SplitKind.Hash);

        Assert.Null(OutOfFoldErrors.Problem(rows, rows.Examples.Shape, 0.9));
        Assert.Matches(@"^4\d\d of the 4\d\d training rows can be judged by models that were trained without them, and 1,999 are needed$",
            OutOfFoldErrors.Problem(rows, rows.Examples.Shape, 0.999));
    }
}
