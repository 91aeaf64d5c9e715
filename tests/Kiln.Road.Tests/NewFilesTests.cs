namespace Kiln.Road.Tests;

/// <summary>Files that come, go and change after a model was trained on others.</summary>
public sealed class NewFilesTests : IDisposable
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "seattle_weather.csv"));

    readonly RoadProject _project = new();

    public NewFilesTests()
    {
        _project.AddDataset("weather", ("2012.csv", Year(0)), ("2013.csv", Year(1)), ("2014.csv", Year(2)));
        _project.Compile(RoadProject.Model("WeatherModel", "weather", "weather"));
        Assert.True(_project.InferContracts().Succeeded);
        Assert.True(_project.Train().Succeeded);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_lock_says_which_rows_each_file_has_and_from_when()
    {
        var files = _project.Lock("WeatherModel").Partitions;

        Assert.Equal(["data/2012.csv", "data/2013.csv", "data/2014.csv"], files.Select(file => file.Name));
        Assert.Equal(365, files[0].Rows);
        Assert.Equal(("2012-01-01", "2012-12-30"), (files[0].From, files[0].To));
        Assert.Equal(3, files.Select(file => file.Hash).Distinct().Count());
    }

    [Fact]
    public void A_good_file_is_learnt_from_without_a_word()
    {
        Write("2015.csv", Year(3));

        var result = _project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("because the data changed", result.Output);
        Assert.DoesNotContain("KILN103", result.Output);
        Assert.Equal(4, _project.Lock("WeatherModel").Partitions.Count);
    }

    [Fact]
    public void One_in_other_units_is_told_once_at_its_column()
    {
        Write("2015.csv", string.Join('\n', Year(3).Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : Fahrenheit(line))));

        var first = _project.Train();
        var second = _project.Train();

        Assert.True(first.Succeeded, first.Output);
        Assert.Matches(@"2015\.csv\(1,20\): warning KILN1031: 'temp_max' is distributed differently in this file than in the 3 files before it: .+; too few files to know how much they usually differ", first.Output);
        Assert.DoesNotContain("KILN103", second.Output);
    }

    [Fact]
    public void The_same_file_under_another_name_is_told_and_a_renamed_one_is_not()
    {
        Write("2014 copy.csv", Year(2));
        Assert.Contains("KILN1035: 365 of the 365 rows of this file (100 %) are in an earlier file too, this one first, most of them in '2014.csv'", _project.Train().Output);
    }

    [Fact]
    public void A_renamed_file_is_the_one_it_was()
    {
        File.Move(PathOf("2014.csv"), PathOf("2014-all.csv"));
        _project.NameFiles("2012.csv", "2013.csv", "2014-all.csv");

        var result = _project.Train();

        Assert.DoesNotMatch("(error|warning) KILN", result.Output);
        Assert.Equal(0, result.Trained);
    }

    [Fact]
    public void History_that_was_written_anew_is_told_with_what_changed()
    {
        File.WriteAllText(PathOf("2013.csv"), string.Join('\n', Year(1).TrimEnd('\n').Split('\n').SkipLast(10)));
        File.Delete(PathOf("2012.csv"));
        _project.NameFiles("2013.csv", "2014.csv");

        var output = _project.Train().Output;

        Assert.Matches(@"2013\.csv\(1,1\): warning KILN1037: the file is not the one the model was trained on: it had 365 rows from 2012-12-31 to 2013-12-30, and has 355 rows from", output);
        Assert.Matches(@"WeatherModel\.lock\.json\(1,1\): warning KILN1037: 'data/2012\.csv' \(365 rows from 2012-01-01 to 2012-12-30\) is in the lock and not in the data any longer", output);
    }

    [Fact]
    public void The_last_file_may_go_on()
    {
        File.WriteAllText(PathOf("2014.csv"), Year(2) + string.Join('\n', Year(3).Split('\n').Skip(1).Take(120)) + "\n");

        Assert.DoesNotContain("KILN103", _project.Train().Output);
    }

    [Fact]
    public void What_it_goes_on_with_is_held_against_the_files_before_it_too()
    {
        File.WriteAllText(PathOf("2014.csv"), Year(2) + string.Join('\n', Year(3).Split('\n').Skip(1).Take(120).Select(Fahrenheit)) + "\n");

        var output = _project.Train().Output;

        Assert.DoesNotContain("KILN1037", output);
        Assert.Matches(@"2014\.csv\(367,\d+\): warning KILN1031: the mean of 'temp_max' is 55\.4 in the 120 rows after 2014-12-30 and was 16\.2 in the 9 slices of 120 days before them: ", output);
    }

    [Fact]
    public void A_contract_that_wants_errors_gets_them_until_the_data_is_accepted()
    {
        _project.ReplaceFirst("data/weather.schema.json", "\"columns\": [", "\"newData\": \"error\",\n  \"columns\": [");
        Write("2015.csv", string.Join('\n', Year(3).Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : Fahrenheit(line))));
        var before = _project.Snapshot()["WeatherModel.lock.json"];

        for (var build = 0; build < 2; build++)
        {
            var refused = _project.Train();
            Assert.False(refused.Succeeded);
            Assert.Matches(@"2015\.csv\(1,20\): error KILN1031: .+ Correct the file, or accept the data as it is with -t:KilnAcceptData", refused.Output);
            Assert.Equal(before, _project.Snapshot()["WeatherModel.lock.json"]);
        }
        Assert.False(_project.AcceptData(locked: true).Succeeded);
        var accepted = _project.AcceptData();
        var trained = _project.Train();

        Assert.True(accepted.Succeeded, accepted.Output);
        Assert.Matches(@"the data differs from the profile\nshow:   1,095 rows → 1,460 rows\n(show:   .+\n)*show:   temp_max: .*mean 16\.\d+ → \d\d\.\d+\n", accepted.Output);
        Assert.Matches(@"\nshow:   2015\.csv: '\w+' is distributed differently than when its contract was inferred", accepted.Output);
        Assert.True(trained.Succeeded, trained.Output);
        Assert.DoesNotContain("KILN103", trained.Output);
        Assert.Equal(4, _project.Lock("WeatherModel").Partitions.Count);
    }

    [Fact]
    public void Nothing_is_told_where_the_contract_says_off()
    {
        _project.ReplaceFirst("data/weather.schema.json", "\"columns\": [", "\"newData\": \"off\",\n  \"columns\": [");
        Write("2014 copy.csv", Year(2));

        Assert.DoesNotContain("KILN103", _project.Train().Output);
    }

    static string Year(int year) => string.Join('\n', [Lines[0], .. Lines.Skip(1 + 365 * year).Take(365)]) + "\n";

    static string Fahrenheit(string line) => line.Split(',') is var f
        ? string.Join(',', f[0], f[1], FormattableString.Invariant($"{32 + 1.8 * double.Parse(f[2], System.Globalization.CultureInfo.InvariantCulture)}"), f[3], f[4], f[5]) : line;

    void Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        _project.NameFiles([.. new[] { "2012.csv", "2013.csv", "2014.csv" }, name]);
    }

    string PathOf(string name) => Path.Combine(_project.Directory, "data", name);
}
