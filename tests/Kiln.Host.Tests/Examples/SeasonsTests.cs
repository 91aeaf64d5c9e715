using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Testing;

namespace Kiln.Host.Tests.Examples;

public class SeasonsTests
{
    /// <summary>Three weeks of one month: the days of the week came round, and nothing that tells one week from another.</summary>
    [Fact]
    public void What_came_round_twice_is_known_and_what_did_not_is_only_another_name_for_when() =>
        Assert.Equal(["at.DayOfWeek", "at.Hour", "x"], Known(SplitKind.Time, days: 24, ["at", "x"]));

    [Fact]
    public void After_two_turns_of_the_year_its_months_are_known() =>
        Assert.Equal(["at.Month", "at.Day", "at.DayOfWeek", "at.DayOfYear", "at.Hour", "x"], Known(SplitKind.Time, days: 1_000, ["at", "x"]));

    [Fact]
    public void Where_time_does_not_divide_the_rows_all_is_known() =>
        Assert.Contains("at.DayOfYear", Known(SplitKind.Hash, days: 24, ["at", "x"]));

    [Fact]
    public void Where_there_is_nothing_else_all_is_known() =>
        Assert.Equal(["at.Month", "at.Day", "at.DayOfWeek", "at.DayOfYear", "at.Hour"], Known(SplitKind.Time, days: 5, ["at"], hours: 24));

    /// <summary>Dates without a time of the day have an hour too, which nobody misses.</summary>
    [Fact]
    public void Reports_name_what_is_left_out_and_differs()
    {
        var rows = Rows(SplitKind.Time, days: 24, ["at", "x"], hours: 24);

        Assert.EndsWith(": at.Month, at.Day, at.DayOfYear", Seasons.Describe(rows.Examples, rows.HoldOut.Training));
    }

    static IEnumerable<string> Known(SplitKind split, int days, string[] features, int hours = 6)
    {
        var rows = Rows(split, days, features, hours);
        return Seasons.Known(rows.Examples, rows.HoldOut.Training).Select(input => input.Name);
    }

    static ModelRows Rows(SplitKind split, int days, string[] features, int hours)
    {
        using var folder = new DataFolder();
        var random = new Random(1);
        var dataset = folder.Csv("at,x,label\n" + string.Concat(Enumerable.Range(0, days * 24 / hours).Select(i =>
            $"{new DateTime(2021, 1, 20).AddHours(i * hours):s},{random.Next(1000)}.5,{random.Next(1000)}.5\n")));
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var definition = new ModelDefinition
        {
            Name = "M", Type = "M", Dataset = "data", Label = "label", Features = features, Split = split, Time = split == SplitKind.Time ? "at" : null, Location = new("M.cs", 1, 1),
        };
        var shape = ShapeResolver.Resolve(definition, contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message);
        return new(folder.Load(dataset, contract), shape, null);
    }
}
