using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Slices;

namespace Kiln.Host.Tests.Slices;

public sealed class SliceMeasureTests
{
    static readonly Column Origin = new()
    {
        Name = "origin", Property = "Origin", Type = ColumnType.Category, Nullable = true, Role = ColumnRole.Feature, Values = ["web", "shop"], Open = true,
    };

    /// <summary>Every pair of a positive and a negative row is compared, which is what the area is (Hanley and McNeil, 1982).</summary>
    [Fact]
    public void Each_value_has_the_area_of_its_own_pairs()
    {
        var random = new Random(1);
        // Of every ten rows two are not listed, under two names, and one is missing.
        int[] codes = [.. Enumerable.Range(0, 1_000).Select(row => row % 10 < 4 ? 0 : row % 10 < 7 ? 1 : row % 10 < 8 ? 2 : row % 10 < 9 ? 3 : -1)];
        float[] labels = [.. codes.Select(_ => random.Next(2) * 1f)];
        float[][] scores = [.. labels.Select((label, row) => (float)Math.Round(label * (codes[row] + 1) + 3 * random.NextDouble(), 1)).Select(score => new[] { score, 1 / (1 + MathF.Exp(-score)) })];

        var sliced = Assert.Single(SliceMeasure.Measure(
            new(TaskKind.BinaryClassification, labels, scores), [.. Enumerable.Range(0, 1_000)], new TextColumn(Origin, codes, ["web", "shop", "fair", "fax"]), 150, ["AreaUnderRocCurve"]));

        Assert.Equal(["web 400", "shop 300", "(not listed) 200"], sliced.Values.Select(value => $"{value.Name} {value.Rows}"));
        Assert.Equal(1, sliced.Smaller);
        Assert.Equal([Area(code => code == 0), Area(code => code == 1), Area(code => code > 1)], sliced.Values.Select(value => Math.Round(value.Metric.Value, 5)));
        Assert.All(sliced.Values, value => Assert.InRange(value.Metric.Value, value.Metric.Low, value.Metric.High));

        double Area(Predicate<int> isIn)
        {
            int[] rows = [.. Enumerable.Range(0, 1_000).Where(row => isIn(codes[row]))];
            var pairs = from a in rows where labels[a] > 0 from b in rows where labels[b] == 0 select scores[a][0] > scores[b][0] ? 1 : scores[a][0] == scores[b][0] ? 0.5 : 0;
            return Math.Round(pairs.Average(), 5);
        }
    }

    [Fact]
    public void What_may_not_be_printed_is_a_number()
    {
        var secret = new Column { Name = "faith", Property = "Faith", Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = ["a", "b"], Classification = Classification.Sensitive };
        int[] codes = [.. Enumerable.Range(0, 100).Select(row => row % 2)];

        var sliced = SliceMeasure.Measure(
            new(TaskKind.Regression, [.. codes.Select((_, row) => (float)row)], [.. codes.Select((code, row) => new[] { row + (code == 0 ? 3f : 1) })]),
            [.. Enumerable.Range(0, 100)], new TextColumn(secret, codes, ["a", "b"]), 50, ["MeanAbsoluteError"]).Single();

        Assert.Equal([("value 1", 3.0), ("value 2", 1.0)], sliced.Values.Select(value => (value.Name, value.Metric.Value)));
    }
}
