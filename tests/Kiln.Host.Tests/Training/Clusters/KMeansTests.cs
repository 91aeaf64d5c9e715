using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Host.Training.Clusters;
using Kiln.Testing;

namespace Kiln.Host.Tests.Training.Clusters;

public class KMeansTests
{
    /// <summary>By hand: age has the mean 4 and the deviation 2 where it is known, a boolean counts as the two coordinates of a category, and what is missing has neither.</summary>
    [Fact]
    public void A_row_is_its_numbers_in_deviations_and_a_coordinate_for_each_value_of_a_category()
    {
        var (examples, rows) = Read("age,member,plan\n" + string.Concat(Enumerable.Repeat("2,yes,x\n6,no,y\n,yes,z\n", 10)));
        var scales = NumberScale.List(examples, rows);
        var points = ClusterPoints.From(examples, rows, scales);

        Assert.Equal([new(4, 0.5f), new(2 / 3f, MathF.Sqrt(2))], scales);
        Assert.Equal([0, 0, 1], points.At(2).Coordinates[2..]);
        Assert.Equal(4 + 2 + 2, points.Distance(0, points.At(1)), 1e-6);
        Assert.Equal(1 + 0 + 2, points.Distance(0, points.At(2)), 1e-6);
        Assert.Equal(0, points.Distance(2, points.At(2)), 1e-6);
    }

    /// <summary>The parts of a date that differ count together as one number: the mean square of it is 1.</summary>
    [Fact]
    public void A_date_counts_as_one_number()
    {
        var (examples, rows) = Read("day,x\n2024-01-05,1\n2023-03-17,1\n2022-07-29,2\n2021-11-08,5\n");
        var points = ClusterPoints.From(examples, rows, NumberScale.List(examples, rows));

        var origin = points.Centre(new double[points.Coordinates]);

        Assert.Equal(2, rows.Average(row => points.Distance(row, origin)), 1e-5);
    }

    /// <summary>Of eight rows every division into three groups is tried: 6,561.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_division_of_the_rows_has_a_smaller_sum_of_squares(int seed)
    {
        var random = new Random(seed);
        var (examples, rows) = Read("a,b,c\n" + string.Concat(Enumerable.Range(0, 8).Select(_ => FormattableString.Invariant($"{random.NextDouble():0.000},{random.NextDouble():0.000},{"xy"[random.Next(2)]}\n"))));
        var points = ClusterPoints.From(examples, rows, NumberScale.List(examples, rows));

        var centres = KMeans.Fit(points, 3, seed, threads: 2);

        var least = Enumerable.Range(0, 6_561).Min(division =>
        {
            var groups = rows.GroupBy(row => division / (int)Math.Pow(3, row) % 3);
            return groups.Sum(group =>
            {
                var coordinates = group.Select(row => points.At(row).Coordinates).ToList();
                var mean = Enumerable.Range(0, points.Coordinates).Select(i => coordinates.Average(point => point[i])).ToArray();
                return coordinates.Sum(point => point.Zip(mean, (value, middle) => (value - middle) * (value - middle)).Sum());
            });
        });
        Assert.Equal(least, rows.Sum(row => centres.Min(centre => points.Distance(row, centre))), 1e-9);
        var sizes = rows.CountBy(row => centres.Index().MinBy(centre => points.Distance(row, centre.Item)).Index).OrderBy(size => size.Key).Select(size => size.Value);
        Assert.Equal(sizes.OrderDescending(), sizes);
    }

    /// <summary>More rows than begin, in blocks, and a group that no sample need have.</summary>
    [Fact]
    public void The_centres_are_the_same_bits_by_any_number_of_threads()
    {
        var random = new Random(7);
        var (examples, rows) = Read("a,b\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => FormattableString.Invariant($"{i % 4 + random.NextDouble():0.0000},{i % 3 + random.NextDouble():0.0000}\n"))));
        var points = ClusterPoints.From(examples, rows, NumberScale.List(examples, rows));

        var one = KMeans.Fit(points, 7, 1, threads: 1);

        Assert.Equal(one.Select(centre => centre.Coordinates), KMeans.Fit(points, 7, 1, threads: 3).Select(centre => centre.Coordinates));
    }

    static (ExampleSet Examples, int[] Rows) Read(string csv)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var model = new ModelDefinition
        {
            Name = "M", Type = "M", Dataset = dataset.Name, Task = TaskKind.Clustering, Features = [.. contract.Columns.Select(column => column.Name)], Location = new("M.cs", 1, 1),
        };
        var shape = ShapeResolver.Resolve(model, contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message);
        var table = folder.Load(dataset, contract);
        return (ExampleSet.From(table, shape), [.. Enumerable.Range(0, table.Rows)]);
    }
}
