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
