using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;
using Kiln.Host.Slices;

namespace Kiln.Host.Tests.Slices;

/// <summary>benchmarks/quality/WeakSlices.cs counts on more runs, and has numpy draw what chance makes.</summary>
public sealed class WeakSliceTests
{
    const int Rows = 6_000;

    [Fact]
    public void Models_that_know_what_is_hard_have_no_weak_slice() => Assert.Equal(0, Enumerable.Range(0, 40).Count(seed => Find(seed, (_, _) => false).Count > 0));

    [Fact]
    public void The_value_is_found_and_not_its_parts() =>
        Assert.All(Enumerable.Range(0, 10), seed => Assert.Equal(["'kind' is 'k3'"], Find(seed, (kind, _) => kind == 3)));

    [Fact]
    public void Of_two_columns_the_part_is_found_and_not_the_wholes() =>
        Assert.All(Enumerable.Range(0, 10), seed => Assert.Equal(["'kind' is 'k3' and 'half' is missing"], Find(seed, (kind, half) => kind == 3 && double.IsNaN(half))));

    [Fact]
    public void Two_weak_slices_are_two() => Assert.All(
        Enumerable.Range(0, 5), seed => Assert.Equal(["'kind' is 'k3'", "'kind' is 'k6'"], Find(seed, (kind, _) => kind is 3 or 6).Order(StringComparer.Ordinal)));

    /// <summary>The moments of the sum of rows drawn without return from one group: by the formulas of survey sampling, less their correction for what is drawn.</summary>
    [Fact]
    public void Chance_has_the_moments_of_draws_from_the_group()
    {
        double[] loss = [.. Enumerable.Range(0, 100).Select(row => row % 20 == 0 ? 5.0 : 0.1 + row / 1000.0)];
        var rows = ExcessLoss.Measure(new("LogLoss", loss, new double[100]));
        var sum = rows.Take(10).Aggregate((a, b) => a + b);

        var random = new Random(1);
        var drawn = Enumerable.Range(0, 200_000).Select(_ =>
        {
            var total = 0.0;
            for (var i = 0; i < 10; i++)
                total += loss[random.Next(100)];
            return total;
        }).ToArray();
        var mean = drawn.Average();
        Assert.Equal(mean, sum.Expected, 1);
        Assert.InRange(sum.Variance / drawn.Average(value => Math.Pow(value - mean, 2)), 0.98, 1.04);
        Assert.InRange(sum.Third / drawn.Average(value => Math.Pow(value - mean, 3)), 0.95, 1.05);
        Assert.Equal(loss.Take(10).Sum(), sum.Expected + sum.Excess, 9);
    }

    /// <summary>Where labels are weak they are a coin's, and the model goes on saying what it says elsewhere.</summary>
    static List<string> Find(int seed, Func<int, double, bool> isWeak)
    {
        var random = new Random(seed);
        var (kinds, halves, labels, scores) = (new int[Rows], new double[Rows], new float[Rows], new float[Rows][]);
        for (var row = 0; row < Rows; row++)
        {
            (kinds[row], halves[row]) = (random.Next(10), random.Next(4) == 0 ? double.NaN : random.NextDouble());
            // Of one kind nothing is known, and the model knows that.
            var p = kinds[row] == 0 ? 0.5 : 0.05 + 0.9 * random.NextDouble();
            labels[row] = random.NextDouble() < (isWeak(kinds[row], halves[row]) ? 0.5 : p) ? 1 : 0;
            scores[row] = [(float)Math.Log(p / (1 - p)), (float)p];
        }
        int[] all = [.. Enumerable.Range(0, Rows)];
        string[] names = [.. Enumerable.Range(0, 10).Select(kind => $"k{kind}")];
        SlicedColumn[] columns =
        [
            SlicedColumn.Cut(new TextColumn(Column("kind", ColumnType.Category, names), kinds, names), all, WeakSliceSearch.FewestRows(Rows))!,
            SlicedColumn.Cut(new NumberColumn(Column("half", ColumnType.Number), halves), all, WeakSliceSearch.FewestRows(Rows))!,
        ];
        return [.. WeakSliceSearch.Search(RowLosses.From(new Predictions(TaskKind.BinaryClassification, labels, scores))!, columns).Select(slice => slice.Describe(columns))];
    }

    /// <summary>A number that is the same wherever it is known, and one that is at its most in three quarters of the rows.</summary>
    [Theory]
    [InlineData(1.0, "'half' is known")]
    [InlineData(0.2, "'half' is known")]
    [InlineData(0.5, "'half' is at most 100")]
    public void A_number_that_hardly_varies_is_cut_where_it_can_be(double atMost, string first)
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(row => row % 4 == 0 ? double.NaN : row % 100 < 100 * (1 - atMost) ? 100.0 : atMost == 1 ? 100 : 100 + (atMost == 0.5 ? row : -row / 1000.0))];

        var cut = SlicedColumn.Cut(new NumberColumn(Column("half", ColumnType.Number), values), [.. Enumerable.Range(0, 400)], 20)!;

        Assert.Equal(first, cut.Names[1]);
        Assert.Equal("'half' is missing", cut.Names[^1]);
    }

    static Column Column(string name, ColumnType type, params string[] values) =>
        new() { Name = name, Property = name, Type = type, Nullable = true, Role = ColumnRole.Feature, Values = values };
}
