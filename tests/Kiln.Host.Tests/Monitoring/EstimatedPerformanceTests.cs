using Kiln.Host.Monitoring;
using Kiln.Host.Training.Profiles;
using Kiln.Monitoring;

namespace Kiln.Host.Tests.Monitoring;

/// <summary>How well a model does on rows whose labels nobody knows yet, against what the labels then say.</summary>
public class EstimatedPerformanceTests
{
    readonly Random _chance = new(3);

    /// <summary>Probabilities between 0 and 1, and labels that they are true of; a spread below 1 is of rows that are harder to tell apart.</summary>
    (float Probability, bool Label)[] Draw(int rows, double spread) => [.. Enumerable.Range(0, rows).Select(_ =>
    {
        var probability = 1 / (1 + Math.Exp(1.5 - 2 * spread * Normal()));
        return ((float)probability, _chance.NextDouble() < probability);
    })];

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.6)]
    [InlineData(1.4)]
    public void The_interval_holds_what_labels_say_later_in_nine_of_ten_windows(double spread)
    {
        var holds = 0;
        for (var model = 0; model < 40; model++)
        {
            var (held, profile) = Profile();
            for (var day = 0; day < 5; day++)
            {
                var window = Draw(1500, spread);
                var estimate = EstimatedPerformance.Estimate(profile, Count(profile, window), Area(held))!;
                Assert.InRange(estimate.Value, estimate.Low, estimate.High);
                holds += Area(window) is var realised && realised >= estimate.Low && realised <= estimate.High ? 1 : 0;
            }
        }

        Assert.InRange(holds, 180, 200);
    }

    /// <summary>Rows that are hard to tell apart: that the model does worse is seen before any label is there.</summary>
    [Fact]
    public void A_model_that_does_worse_is_seen_without_labels()
    {
        var (held, profile) = Profile();

        var estimate = EstimatedPerformance.Estimate(profile, Count(profile, Draw(3000, 0.4)), Area(held))!;

        Assert.True(estimate.High < Area(held) - 0.05);
    }

    [Fact]
    public void Nothing_is_estimated_from_few_rows_or_without_probabilities()
    {
        var (held, profile) = Profile();

        Assert.Null(EstimatedPerformance.Estimate(profile, Count(profile, Draw(99, 1)), Area(held)));
        Assert.Null(EstimatedPerformance.Estimate(profile with { Positive = [] }, Count(profile, Draw(1000, 1)), Area(held)));
        Assert.Null(EstimatedPerformance.Estimate(profile, Count(profile, Draw(1000, 1)), double.NaN));
    }

    ((float, bool)[] Held, CountedColumn Profile) Profile()
    {
        var held = Draw(4000, 1);
        var edges = TrainingProfile.ProbabilityEdges([.. held.Select(row => row.Probability)]);
        var column = new CountedColumn("Probability", CountedKind.Probability, edges, [], [], 0, 0);
        column = column with { Rows = Count(column, held) };
        return (held, column with { Positive = Count(column, [.. held.Where(row => row.Label)]) });
    }

    static long[] Count(CountedColumn column, (float Probability, bool Label)[] rows)
    {
        var (counts, binning) = (new long[column.Bins], Binning.Of(column, 0, static _ => 0));
        foreach (var (probability, _) in rows)
            counts[binning.Find(default, default, [probability])]++;
        return counts;
    }

    /// <summary>By rank: the referee counts rows, not bins.</summary>
    static double Area((float Probability, bool Label)[] rows)
    {
        var ordered = rows.OrderBy(row => row.Probability).ToList();
        var (positive, ranks) = (0L, 0.0);
        for (var i = 0; i < ordered.Count; i++)
            if (ordered[i].Label)
                (positive, ranks) = (positive + 1, ranks + i + 1);
        return (ranks - positive * (positive + 1) / 2.0) / (positive * (rows.Length - positive));
    }

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
}
