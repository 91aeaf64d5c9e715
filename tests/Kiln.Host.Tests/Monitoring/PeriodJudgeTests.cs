using Kiln.Host.Monitoring;
using Kiln.Monitoring;

namespace Kiln.Host.Tests.Monitoring;

/// <summary>What is an alarm, and what is not: against rows drawn as those of the training, and against a fault put into them.</summary>
public class PeriodJudgeTests
{
    const int Columns = 10;

    /// <summary>One false alarm is expected in a thousand good days; more than five have a chance of one in 1,700.</summary>
    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 1000)]
    [InlineData(3, 20_000)]
    public void Unchanged_rows_raise_no_more_alarms_than_stated(int seed, int rows)
    {
        var days = new Days(seed, Columns);
        var judge = new PeriodJudge(days.Profile([(10_000, 0)]));

        var alarms = Enumerable.Range(0, rows > 10_000 ? 200 : 1000).Count(_ => judge.Judge(days.Window(rows))!.Any(finding => finding.IsAlarm));

        Assert.InRange(alarms, 0, 5);
    }

    [Fact]
    public void A_shift_by_a_third_of_a_standard_deviation_is_found_in_a_thousand_rows()
    {
        var days = new Days(4, Columns);
        var profile = days.Profile([(10_000, 0)]);

        var found = Enumerable.Range(0, 200).Count(_ => new PeriodJudge(profile).Judge(days.Window(1000, 0.3))![0].IsAlarm);

        Assert.InRange(found, 190, 200);
    }

    /// <summary>The weekends of the training data lie off, and so do those in use; a fault lies further off.</summary>
    [Fact]
    public void Weekends_are_no_drift_and_a_fault_that_is_larger_is()
    {
        var days = new Days(5, Columns);
        var profile = days.Profile([.. Enumerable.Range(0, 60).Select(day => (500, Weekday(day)))]);
        var judge = new PeriodJudge(profile);

        var alarms = Enumerable.Range(0, 365).Count(day => judge.Judge(days.Window(2000, Weekday(day)))!.Any(finding => finding.IsAlarm));

        Assert.InRange(alarms, 0, 2);
        Assert.True(judge.Judge(days.Window(2000, 1.5))![0].IsAlarm);

        static double Weekday(int day) => day % 7 >= 5 ? 0.4 : 0;
    }

    /// <summary>Without days in the training data, good days in use teach how much they differ.</summary>
    [Fact]
    public void A_fault_that_stays_is_told_every_day()
    {
        var days = new Days(6, Columns);
        var judge = new PeriodJudge(days.Profile([(10_000, 0)]));
        for (var day = 0; day < 10; day++)
            Assert.False(judge.Judge(days.Window(1000))![0].IsAlarm);

        for (var day = 0; day < 10; day++)
            Assert.True(judge.Judge(days.Window(1000, 0.5))![0].IsAlarm);
    }

    [Fact]
    public void Fewer_rows_than_chance_is_known_for_are_not_judged() =>
        Assert.Null(new PeriodJudge(new Days(7, Columns).Profile([(1000, 0)])).Judge(new Days(8, Columns).Window(49, 3)));

    /// <summary>The same counts, of rows that were each looked at and of rows of which every hundredth was.</summary>
    [Fact]
    public void Rows_that_stand_for_others_say_less_than_as_many_rows()
    {
        var days = new Days(9, Columns);
        var profile = days.Profile([(10_000, 0)]);
        var seen = days.Window(10_000, 0.15);
        var sampled = new ModelWindow("M", "1.0.0", "", seen.From, seen.To, 10_000, 100, 10_000 * 100, seen.Columns);

        var (all, some) = (new PeriodJudge(profile).Judge(seen)![0].Shares!, new PeriodJudge(profile).Judge(sampled)![0].Shares!);

        Assert.InRange(all.Rows, 9_990, 10_000);
        Assert.InRange(some.Rows, 90, 110);
        Assert.True(some.Limit.Value > 10 * (all.Limit.Value - 0.05));
    }
}
