using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Testing;
using Kiln.Host.Training.Isolation;

namespace Kiln.Host.Tests.Training.Isolation;

public class IsolationForestTests
{
    /// <summary>Rows are told apart as a search tree of the gaps between them is built, in any order.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void The_usual_depth_is_the_mean_over_all_orders_in_which_gaps_can_be_found(int rows) =>
        Assert.Equal(Permutations(rows - 1).Average(order => Depth(order) / (double)rows), IsolationTree.UsualDepth(rows), 1e-12);

    static IEnumerable<int[]> Permutations(int count) => count == 0 ? [[]]
        : Permutations(count - 1).SelectMany(rest => Enumerable.Range(0, count).Select(place => (int[])[.. rest[..place], count - 1, .. rest[place..]]));

    /// <summary>Of all rows between the gaps together.</summary>
    static int Depth(int[] gaps) => gaps.Length == 0 ? 0 : gaps.Length + 1 + Depth([.. gaps.Where(gap => gap < gaps[0])]) + Depth([.. gaps.Where(gap => gap > gaps[0])]);

    /// <summary>Of 0, 1 and 10 the first split comes between 1 and 10 nine times in ten.</summary>
    [Fact]
    public void Three_numbers_are_as_unusual_as_their_gaps_are_wide()
    {
        var numbers = Read("a\n0\n1\n10\n");
        var forests = Enumerable.Range(1, 200).Select(seed => Fit(numbers, seed)).ToList();

        Assert.Equal(Expected(0.9 * 1 + 0.1 * 2), Mean(10), 0.005);
        Assert.Equal(Expected(0.1 * 1 + 0.9 * 2), Mean(0), 0.005);
        Assert.Equal(Expected(2), Mean(1), 0.005);

        double Mean(float number) => Math.Pow(2, forests.Average(forest => Math.Log2(forest.Score([number]))));
        // Two splits in three tell a pair from the third row.
        static double Expected(double depth) => Math.Pow(2, -depth / (5 / 3.0));
    }

    /// <summary>A tree asks whether a row is x, y or z, one as often as the other, so what is left is split a second time.</summary>
    [Fact]
    public void A_category_is_split_by_one_of_its_values()
    {
        var forest = Fit(Read("a\nx\nx\nx\nx\nx\ny\nz\n"), 1);
        float[] x = [1, 0, 0], y = [0, 1, 0], none = [0, 0, 0];

        Assert.True(forest.Score(y) > forest.Score(x) + 0.1f);
        Assert.InRange(forest.Score(none), forest.Score(x), forest.Score(y));
    }

    [Fact]
    public void The_same_rows_and_seed_grow_the_same_trees_and_another_seed_others()
    {
        var rows = Read("a,b\n1,x\n2,y\n3,x\n5,z\n8,x\n");

        var scores = Enumerable.Range(0, 9).Select(a => Fit(rows, 7).Score([a, 1, 0, 0]));

        Assert.Equal(scores, Enumerable.Range(0, 9).Select(a => Fit(rows, 7).Score([a, 1, 0, 0])));
        Assert.NotEqual(scores, Enumerable.Range(0, 9).Select(a => Fit(rows, 8).Score([a, 1, 0, 0])));
    }

    static IsolationForest Fit((ExampleSet Examples, int[] Rows) data, int seed) => IsolationForest.Fit(data.Examples, data.Rows, seed);

    static (ExampleSet Examples, int[] Rows) Read(string csv)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var shape = ShapeResolver.Resolve(new() { Name = "M", Type = "M", Dataset = dataset.Name, Task = TaskKind.AnomalyDetection, Location = new("M.cs", 1, 1) }, contract, out _)!;
        var table = folder.Load(dataset, contract);
        return (ExampleSet.From(table, shape), [.. Enumerable.Range(0, table.Rows)]);
    }
}
