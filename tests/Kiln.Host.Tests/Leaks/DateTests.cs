namespace Kiln.Host.Tests.Leaks;

public class DateTests
{
    /// <summary>Two dates, so that none is the time by itself.</summary>
    [Fact]
    public void Labels_that_go_on_in_time_are_not_to_be_held_out_by_hash()
    {
        using var project = LeakProject.Create(Series(0.9), "y");

        var warning = Assert.Single(LeakProject.Warnings(project, project.Train()));

        Assert.Matches($@"^data/data\.schema\.json\({LeakProject.ContractLine(project, "day")},1\): warning KILN5010: "
            + @"(100|\d\d(\.\d)?) % of the held-out rows lie before the latest training row by 'day', "
            + @"and 'y' is alike in rows that follow each other \(correlation 0\.[89]\d*\)", warning);
    }

    [Fact]
    public void Labels_that_do_not_may_be() => Assert.Empty(LeakProject.Warnings(Series(0), "y"));

    [Fact]
    public void Dates_after_today_are_told_at_the_first_and_not_in_the_report()
    {
        using var project = LeakProject.Create(Series(0, row => row is 99 or 300), "y");

        var warning = Assert.Single(LeakProject.Warnings(project, project.Train()));

        Assert.StartsWith("data/data.csv(101,19): warning KILN5011: 2 rows of 500 (0.4 %) have a 'day' after today (this is the first: 2091-04-10); ", warning);
        Assert.DoesNotContain("today", LeakProject.Report(project));
    }

    [Fact]
    public void A_column_of_plans_is_not_told() => Assert.Empty(LeakProject.Warnings(Series(0, row => row % 3 == 0), "y"));

    static string Series(double alike, Func<int, bool>? later = null)
    {
        var (random, level) = (new Random(3), 0.0);
        return "x,born,day,y\n" + string.Concat(Enumerable.Range(0, 500).Select(row =>
        {
            level = alike * level + random.NextDouble() - 0.5;
            var day = new DateTime(2001, 1, 1).AddDays(row).AddYears(later?.Invoke(row) == true ? 90 : 0);
            var born = new DateTime(1950, 1, 1).AddDays(random.Next(18_000));
            return FormattableString.Invariant($"{random.NextDouble():0.0000},{born:yyyy-MM-dd},{day:yyyy-MM-dd},{level:0.0000}\n");
        }));
    }
}
