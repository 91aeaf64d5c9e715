namespace Kiln.Host.Tests.Road;

/// <summary>The one file of a dataset, written anew after a model was trained on it.</summary>
public sealed class NewFileTests : IDisposable
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv"));

    readonly RoadProject _project = new();

    public NewFileTests()
    {
        _project.AddDataset("flights", Text(Lines.Skip(1).Take(4000)));
        _project.Compile(RoadProject.Model("FlightModel", "flights", "late"));
        Assert.True(_project.InferContracts().Succeeded);
        Assert.True(_project.Train().Succeeded);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void One_of_the_same_kind_is_learnt_from_without_a_word()
    {
        Write(Lines.Skip(401).Take(3600));

        var result = _project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("because the data changed", result.Output);
        Assert.DoesNotContain("KILN103", result.Output);
    }

    [Fact]
    public void One_in_kilometres_is_told_at_its_column()
    {
        Write(Lines.Skip(1).Take(4000).Select(line => line.Split(',') is var f
            ? string.Join(',', f[0], FormattableString.Invariant($"{Math.Round(1.6 * int.Parse(f[1]))}"), f[2], f[3], f[4]) : line));

        Assert.Matches(@"flights\.csv\(1,6\): warning KILN1031: 'distance' is distributed differently than when its contract was inferred or last accepted \(4,000 rows\): ", _project.Train().Output);
    }

    [Fact]
    public void One_that_was_cut_off_is_told()
    {
        Write(Lines.Skip(1).Take(1000));

        Assert.Contains("warning KILN1033: the file has 1,000 rows, less than half of what it had", _project.Train().Output);
    }

    void Write(IEnumerable<string> rows) => File.WriteAllText(Path.Combine(_project.Directory, "data", "flights.csv"), Text(rows));

    static string Text(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Lines[0])) + "\n";
}
