using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Leaks;
using Kiln.Host.Requests;
using Kiln.Testing;

namespace Kiln.Host.Tests.Leaks;

public class RowIdentifierTests
{
    [Fact]
    public void Numbers_that_were_given_out_are_told()
    {
        var given = Enumerable.Range(5_000, 400).ToArray();
        new Random(2).Shuffle(given);

        Assert.Contains("'extra' has a number of its own in each of the 400 rows", Warning(row => $"{given[row]}"));
    }

    [Fact]
    public void Numbers_that_run_with_the_file_are_told() =>
        Assert.Contains("'extra' runs with the rows' order in the file", Warning(row => $"{1_000_000 - row / 2 * 700 - row % 2 * (5 + row % 3)}"));

    /// <summary>Gaps where numbers were given to rows that are not here, and a few rows that stand elsewhere.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public void Numbers_with_gaps_are_told(int outOfPlace, bool descending)
    {
        var given = Gaps(400);
        if (descending)
            Array.Reverse(given);
        for (var i = 1; i <= outOfPlace; i++)
            (given[i * 7], given[399 - i * 31]) = (given[399 - i * 31], given[i * 7]);

        Assert.Contains("'extra' runs with the rows' order in the file", Warning(row => $"{given[row]}"));
    }

    /// <summary>File 10 is read after file 1 and before file 2.</summary>
    [Fact]
    public void Numbers_that_run_in_each_file_are_told()
    {
        var (given, random) = (Gaps(400), new Random(1));
        string File(int number) => "a,extra,y\n" + string.Concat(Enumerable.Range(0, 100).Select(row => (A: random.NextDouble(), Id: given[100 * number + row]))
            .Select(row => FormattableString.Invariant($"{row.A:0.0000},{row.Id},{row.A + random.NextDouble():0.000}\n")));
        using var project = new RoadProject();
        project.AddDataset("data", ("part1.csv", File(0)), ("part10.csv", File(3)), ("part2.csv", File(1)), ("part3.csv", File(2)));
        project.Compile(RoadProject.Model("TheModel", "data", "y"));
        Assert.True(project.InferContracts().Succeeded);

        Assert.Contains("'extra' runs with the rows' order in each file", Assert.Single(LeakProject.Warnings(project, project.Train())));
    }

    /// <summary>Every column of real data, whatever its role; what counts rows there is called so.</summary>
    [Theory]
    [InlineData("penguins", "")]
    [InlineData("seattle_weather", "")]
    [InlineData("flights", "")]
    [InlineData("late_flights", "")]
    [InlineData("tate", "")]
    public void Columns_of_real_data_are_not(string name, string expected)
    {
        using var folder = new DataFolder();
        Assert.Equal(expected, Told(folder.Real(name)));
    }

    [Theory]
    [InlineData("mlc_churn", "")]
    [InlineData("attrition", "")]
    [InlineData("stackoverflow", "")]
    [InlineData("cells", "")]
    [InlineData("concrete", "")]
    [InlineData("diamonds", "")]
    [InlineData("flights_500k", "")]
    [InlineData("tate_text", "id")]
    public void Columns_of_other_real_data_are_not(string name, string expected)
    {
        using var folder = new DataFolder();
        Assert.Equal(expected, Told(folder.Bytes(File.ReadAllBytes(OtherData.Find(name, "R packages modeldata 1.1.0 and ggplot2 3.4.1, npm vega-datasets 3.2.1")), "data.csv.gz")));
    }

    static string Told(Dataset dataset)
    {
        var table = TableLoader.Load(dataset, ContractInference.Infer(dataset, null, DataFolder.Ignored), null, DataFolder.Ignored);
        return string.Join('|', table.Columns.OfType<NumberColumn>().Where(column => RowIdentifiers.Describe(column, RowIdentifiers.Files(table)) is not null).Select(column => column.Column.Name));
    }

    /// <summary>Too wide a range for a number of its own in each row to say anything.</summary>
    static int[] Gaps(int rows)
    {
        var random = new Random(3);
        var at = 1000;
        return [.. Enumerable.Range(0, rows).Select(_ => at += random.Next(1, 400))];
    }

    /// <summary>Inference takes such a column for text; somebody made it a category.</summary>
    [Fact]
    public void Names_of_rows_are_told()
    {
        using var project = LeakProject.Create(Table(row => $"n{row % 250}"), "y");
        project.Replace("data/data.schema.json", "\"property\": \"Extra\", \"type\": \"text\"",
            $"\"property\": \"Extra\", \"type\": \"category\", \"values\": [{string.Join(", ", Enumerable.Range(0, 250).Select(name => $"\"n{name}\""))}]");

        Assert.Contains("'extra' has 250 different values in 400 rows: it names the row", Assert.Single(LeakProject.Warnings(project, project.Train())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Measured_numbers_are_not(int seed)
    {
        var random = new Random(seed);

        Assert.Empty(Warnings(_ => FormattableString.Invariant($"{random.NextDouble():0.00000}")));
        Assert.Empty(Warnings(_ => $"{random.Next(1_000_000)}"));
        Assert.Empty(Warnings(row => $"{row / 40}"));
        // A trend with noise, and what was sorted within groups.
        Assert.Empty(Warnings(row => $"{1000 * row + random.Next(40_000)}"));
        Assert.Empty(Warnings(row => $"{1_000 * (row % 20) + 37 * row % 1_000 * 20}"));
    }

    static string Warning(Func<int, string> extra) => Assert.Single(Warnings(extra));

    static string[] Warnings(Func<int, string> extra) => LeakProject.Warnings(Table(extra), "y");

    static string Table(Func<int, string> extra)
    {
        var random = new Random(1);
        return "a,extra,b,y\n" + string.Concat(Enumerable.Range(0, 400).Select(row => (A: random.NextDouble(), B: random.NextDouble(), row))
            .Select(row => FormattableString.Invariant($"{row.A:0.0000},{extra(row.row)},{row.B:0.0000},{row.A + row.B:0.000}\n")));
    }
}
