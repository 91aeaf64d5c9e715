namespace Kiln.Road.Tests;

/// <summary>The one file of a dataset, written anew after a model was trained on it.</summary>
public sealed class NewFileTests : IDisposable
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv"));

    /// <summary>Rows after the first 4,000, from and to airports that are in these.</summary>
    static readonly string[] Later = [.. Lines.Skip(4010).Where(IsKnown(2)).Where(IsKnown(3))];

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
        Write(Lines.Skip(1).Take(4000).Select(Kilometres));

        Assert.Matches(@"flights\.csv\(1,6\): warning KILN1031: 'distance' is distributed differently than when its contract was inferred or last accepted \(4,000 rows\): ", _project.Train().Output);
    }

    /// <summary>What puts values out of their bounds is told with them, and not once they are gone.</summary>
    [Fact]
    public void One_in_kilometres_is_told_beside_the_rows_that_break_the_contract()
    {
        _project.ReplaceFirst("data/flights.schema.json", "\"property\": \"Distance\", \"type\": \"integer\", \"nullable\": false, \"role\": \"feature\", \"min\": 0",
            "\"property\": \"Distance\", \"type\": \"integer\", \"nullable\": false, \"role\": \"feature\", \"min\": 0, \"max\": 3500");
        Write(Lines.Skip(1).Take(4000).Concat(Later.Take(800).Select(Kilometres)));

        var result = _project.Train();

        Assert.False(result.Succeeded);
        Assert.Contains("is above the \"max\" 3500 of column 'distance'", result.Errors[0]);
        Assert.Matches(@"flights\.csv\(4002,21\): warning KILN1031: 'distance' is distributed differently in the 800 rows after .* This may be why rows break the contract: correct the file, ", result.Output);
        Assert.Single(result.Output.Split('\n'), line => line.Contains("warning KILN10", StringComparison.Ordinal));
    }

    /// <summary>What is left of a column is a selection, and that the rest is missing is not true of the file.</summary>
    [Fact]
    public void Of_a_column_that_cannot_be_read_only_that_is_told()
    {
        Write(Lines.Skip(1).Take(4000).Concat(Later.Take(800).Select(line => line.EndsWith("true", StringComparison.Ordinal) ? Kilometres(line) : Kilometres(line).Replace(",false", ",no"))));

        var result = _project.Train();

        Assert.False(result.Succeeded);
        Assert.Contains("error KILN1007: 'no' in column 'late'", result.Errors[0]);
        Assert.Contains("warning KILN1031: 'distance'", Assert.Single(result.Output.Split('\n'), line => line.Contains(": warning KILN10", StringComparison.Ordinal)));
    }

    /// <summary>By another type the rows that the lock knows are others too.</summary>
    [Fact]
    public void Rows_that_the_contract_reads_in_another_way_are_not_compared()
    {
        _project.ReplaceFirst("data/flights.schema.json", "\"property\": \"Origin\", \"type\": \"category\"", "\"property\": \"Origin\", \"missing\": [\"ATL\"], \"type\": \"category\"");
        Write(Lines.Skip(1).Take(4000).Concat(Later.Take(800).Select(Kilometres)));

        var result = _project.Train();

        Assert.Contains("error KILN1008: column 'origin' has no value here", result.Errors[0]);
        Assert.DoesNotContain("KILN103", result.Output);
    }

    [Fact]
    public void One_that_was_cut_off_is_told()
    {
        Write(Lines.Skip(1).Take(1000));

        Assert.Contains("warning KILN1033: the file has 1,000 rows, less than half of what it had", _project.Train().Output);
    }

    [Fact]
    public void One_that_goes_on_as_before_is_learnt_from_without_a_word()
    {
        Write(Lines.Skip(1).Take(4000).Concat(Later.Take(800)));

        var result = _project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("because the data changed", result.Output);
        Assert.DoesNotContain("warning", result.Output);
    }

    [Fact]
    public void One_that_goes_on_in_kilometres_is_told_at_the_first_row_that_does()
    {
        Write(Lines.Skip(1).Take(4000).Concat(Later.Take(800).Select(Kilometres)));

        Assert.Matches(@"flights\.csv\(4002,21\): warning KILN1031: 'distance' is distributed differently in the 800 rows after 2001-01-05T\S+ than in the \d slices of 2\d hours before them: ", _project.Train().Output);
    }

    [Fact]
    public void Years_that_nobody_lived_to_see_are_told_and_nothing_is_made_of_them()
    {
        Write(Lines.Skip(1).Take(4000).Concat(Later.Take(800)).Concat(Later.Skip(800).Take(5).Select(line => "2091" + line[4..])));

        var output = _project.Train().Output;

        Assert.Matches(@"flights\.csv\(4802,1\): warning KILN5011: 5 rows of 4,805 ", output);
        Assert.DoesNotContain("KILN103", output);
    }

    [Fact]
    public void One_whose_old_rows_were_changed_is_told_unless_it_is_written_anew_each_time()
    {
        Write(Lines.Skip(101).Take(3900).Concat(Later.Take(800)));
        Assert.Matches(@"flights\.csv\(1,1\): warning KILN1037: the rows until 2001-01-05T\S+ are not those the model was trained on: they were 4,000 rows, and are 3,900 rows; ", _project.Train().Output);

        _project.Merge(replaces: true);
        Write(Lines.Skip(201).Take(3800).Concat(Later.Take(1600)));
        Assert.DoesNotContain("KILN103", _project.Train().Output);
    }

    [Fact]
    public void What_was_told_is_told_again_where_the_lock_was_restored()
    {
        var before = File.ReadAllText(Path.Combine(_project.Directory, "FlightModel.lock.json"));
        Write(Lines.Skip(1).Take(1000));
        Assert.Contains("KILN1033", _project.Train().Output);
        Assert.DoesNotContain("KILN1033", _project.Train().Output);

        File.WriteAllText(Path.Combine(_project.Directory, "FlightModel.lock.json"), before);
        var again = _project.Train();
        Assert.Equal(0, again.Trained);
        Assert.Contains("KILN1033", again.Output);
    }

    /// <summary>The profile was taken from texts, and says nothing of numbers.</summary>
    [Fact]
    public void A_column_whose_type_changed_is_not_held_against_what_it_was()
    {
        using var project = new RoadProject();
        string Prices(int rows) => "item,price,x\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{"ab"[i % 2]},{"123"[i * 7 % 3]} €,{i * 37 % 100}\n"));
        var file = project.AddDataset("prices", Prices(200));
        project.Compile(RoadProject.Model("PriceModel", "prices", "item"));
        Assert.True(project.InferContracts().Succeeded);
        var contract = Path.Combine(project.Directory, "data", "prices.schema.json");
        var text = File.ReadAllText(contract);
        Assert.Contains("\"values\": [\"1 €\", \"2 €\", \"3 €\"]", text);
        File.WriteAllText(contract, System.Text.RegularExpressions.Regex.Replace(text, "(\"name\": \"price\".*?)\"type\": \"category\"(.*?), \"values\": \\[.*?\\]", "$1\"type\": \"number\"$2, \"symbols\": [\"€\"]"));
        var first = project.Train();
        Assert.True(first.Succeeded, first.Output);

        File.WriteAllText(file, Prices(210));
        var second = project.Train();
        Assert.True(second.Succeeded, second.Output);
    }

    void Write(IEnumerable<string> rows) => File.WriteAllText(Path.Combine(_project.Directory, "data", "flights.csv"), Text(rows));

    static Func<string, bool> IsKnown(int column)
    {
        var known = Lines.Skip(1).Take(4000).Select(line => line.Split(',')[column]).ToHashSet();
        return line => known.Contains(line.Split(',')[column]);
    }

    static string Kilometres(string line) => line.Split(',') is var f
        ? string.Join(',', f[0], FormattableString.Invariant($"{Math.Round(1.6 * int.Parse(f[1]))}"), f[2], f[3], f[4]) : line;

    static string Text(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Lines[0])) + "\n";
}
