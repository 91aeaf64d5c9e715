using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Contracts.Tests.Models;

/// <summary>The share of values that is to lie within the interval of a predicted number.</summary>
public sealed class IntervalTests
{
    static readonly Column Feature = Samples.Column("x", ColumnType.Number);

    static readonly Column Amount = Samples.Column("y", ColumnType.Number);

    static readonly Column Kind = new()
    {
        Name = "kind", Property = "Kind", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["a", "b", "c"],
    };

    static readonly Column Stars = new()
    {
        Name = "stars", Property = "Stars", Type = ColumnType.Integer, Nullable = false, Role = ColumnRole.Feature, Classes = ["0", "1"],
    };

    static ModelDefinition Model(double? interval, Column label) => new() { Name = "M", Type = "M", Dataset = "d", Label = label.Name, Interval = interval, Location = new("M.cs", 1, 2) };

    static ModelShape? Resolve(double? interval, Column label, out string problems)
    {
        var shape = ShapeResolver.Resolve(Model(interval, label), new() { Dataset = "d", Columns = [Feature, label] }, out var found);
        problems = string.Join(" | ", found.Select(problem => $"{problem.Id} {problem.Argument}: {problem.Message}"));
        return shape;
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.001)]
    [InlineData(0.999)]
    public void A_row_then_gets_the_number_and_two_ends(double share)
    {
        var shape = Resolve(share, Amount, out var problems);

        Assert.Equal(("", share, 3), (problems, shape!.Interval, shape.ScoreCount));
        Assert.Equal(["RSquared", "RootMeanSquaredError", "MeanAbsoluteError", "Coverage", "MeanIntervalWidth"], MetricFacts.List(shape));
    }

    [Fact]
    public void Without_it_the_number_is_all()
    {
        var shape = Resolve(null, Amount, out _)!;

        Assert.Equal((null, 1), (shape.Interval, shape.ScoreCount));
        Assert.Equal(["RSquared", "RootMeanSquaredError", "MeanAbsoluteError"], MetricFacts.List(shape));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-0.9, "-0.9")]
    [InlineData(90, "90")]
    [InlineData(1e-50, "1E-50")]
    public void What_is_no_share_is_refused(double share, string text)
    {
        Assert.Null(Resolve(share, Amount, out var problems));
        Assert.Equal($"KILN1055 Interval: Interval is {text}, and no interval holds such a share of the values; write a share between 0 and 1, as in Interval = 0.9 for 90 % of them", problems);
    }

    [Fact]
    public void Classes_have_none()
    {
        Assert.Null(Resolve(0.9, Kind, out var problems));
        Assert.Equal("KILN1055 Interval: Interval surrounds a predicted number, but 'M' is MulticlassClassification on 'kind', a category of 3 values ('a', 'b', 'c'); leave out Interval", problems);

        Assert.Null(Resolve(0.9, Stars, out problems));
        Assert.Equal("KILN1055 Interval: Interval surrounds a predicted number, but 'M' is BinaryClassification on 'stars', an integer column of 2 different numbers (0, 1); "
            + "leave out Interval, or paste Task = ModelTask.Regression", problems);
    }

    /// <summary>Calling code sees two members more, which it need not use, and misses them when they go.</summary>
    [Fact]
    public void A_version_that_gets_it_is_a_minor_one_and_one_that_loses_it_a_major_one()
    {
        var (without, with) = (Content(null), Content(0.9));

        Assert.Equal(["Score", "Low", "High"], with.Outputs.Select(output => output.Name));
        Assert.Equal(VersionPart.Minor, VersionDue.Between(without, with).Part);
        Assert.Equal(VersionPart.Major, VersionDue.Between(with, without).Part);
        Assert.Equal(VersionPart.Minor, VersionDue.Between(with, Content(0.8)).Part);
    }

    static ReleaseContent Content(double? interval)
    {
        var contract = new DataContract { Dataset = "d", Columns = [Feature, Amount] };
        var model = Model(interval, Amount);
        return ReleaseContent.Create(model, contract, ShapeResolver.Resolve(model, contract, out _)!);
    }
}
