using System.Globalization;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>
/// A released model is asked of all rows that are held out now, by its own file. What a lock can record of it is too little where time splits the rows:
/// with the next month of data, all that was held out trains.
/// </summary>
public sealed class ChampionTests : IDisposable
{
    const string LockName = "SumModel.lock.json";

    readonly RoadProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Each_month_is_released_and_compared_on_all_that_is_held_out_then()
    {
        Begin(months: 2);

        for (var month = 3; month <= 5; month++)
        {
            _project.AddFile($"{month:00}.csv", Month(month));
            _project.Compile(Model($"1.{month}.0"));

            var result = _project.Release();

            Assert.True(result.Succeeded, result.Output);
            Assert.DoesNotContain("KILN4012", result.Output);
        }
        _project.AddFile("06.csv", Month(6));
        Assert.True(_project.Train().Succeeded);
        var locked = _project.Lock("SumModel");
        Assert.Equal(["1.0.0", "1.3.0", "1.4.0", "1.5.0"], locked.Released.Select(release => release.Version));
        Assert.Equal((ComparedRows.HeldOut, locked.HeldOutRows, null), (locked.SinceRelease!.On, locked.SinceRelease.HeldOutRows, locked.SinceRelease.NotCompared));
    }

    [Fact]
    public void On_the_same_rows_it_reaches_what_its_release_reached()
    {
        Begin(months: 2);
        _project.Compile(Model("2.0.0", ignore: ["cause"], allowed: 2));

        var result = _project.Train();

        Assert.True(result.Succeeded, result.Output);

        var (release, changes) = (_project.Lock("SumModel").Released[0], _project.Lock("SumModel").SinceRelease!);
        Assert.Equal(
            release.Metrics.Where(metric => changes.Metrics.Any(changed => changed.Key == metric.Key)).Select(metric => (metric.Key, metric.Value.Value)),
            changes.Metrics.Select(metric => (metric.Key, metric.Value.Released.Value)));
        Assert.Matches(@"since 1\.0\.0: .+; RSquared -\d\.\d+ \(-\d\.\d+ to -\d\.\d+\), worse; RootMeanSquaredError \d+.+, worse; MeanAbsoluteError \d.+, worse\n", result.Output);
    }

    [Fact]
    public void A_machine_without_it_says_so_and_leaves_what_others_found_out()
    {
        Begin(months: 2);
        Next();
        Assert.True(_project.Train().Succeeded);
        var found = _project.Snapshot()[LockName];

        Forget();
        var again = _project.Train();

        Assert.True(again.Succeeded, again.Output);
        Assert.DoesNotContain("KILN4012", again.Output);
        Assert.Equal(found, _project.Snapshot()[LockName]);
        Forget();
        Assert.True(_project.Train(locked: true).Succeeded);
        _project.AddFile("04.csv", Month(4));
        var other = _project.Train();
        Assert.Contains("SumModel: 1.0.0 is compared on the rows that its lock recorded, because its model is not in the cache, and there is no store, which KilnStorePath would name", other.Output);
        Assert.Contains("warning KILN4012: it is undecided whether", other.Output);
        Assert.Contains("no row that it held out is held out now; the gate is there because sums matter; build where the released model is at hand, which KilnStorePath keeps for all machines, or ", other.Output);
        Assert.Equal(ComparedRows.Recorded, _project.Lock("SumModel").SinceRelease!.On);
    }

    [Fact]
    public void A_store_gives_it_to_every_machine()
    {
        _project.Store = Path.Combine(_project.Directory, "the störe");
        Begin(months: 2);
        Next();
        Assert.True(_project.Train().Succeeded);
        var found = _project.Snapshot()[LockName];

        Forget();
        Assert.True(_project.Train(locked: true).Succeeded);
        _project.AddFile("04.csv", Month(4));
        Forget();
        var result = _project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.DoesNotContain("KILN4012", result.Output);
        var locked = _project.Lock("SumModel");
        Assert.Equal((ComparedRows.HeldOut, locked.HeldOutRows), (locked.SinceRelease!.On, locked.SinceRelease.HeldOutRows));
        Assert.NotEqual(found, _project.Snapshot()[LockName]);
    }

    [Fact]
    public void One_that_is_not_as_it_was_released_is_refused()
    {
        _project.Store = Path.Combine(_project.Directory, "store");
        Begin(months: 2);
        var artifact = _project.Lock("SumModel").Released[0].Content.Artifact + ".onnx";
        foreach (var file in Directory.EnumerateFiles(_project.Directory, artifact, SearchOption.AllDirectories).ToList())
            File.AppendAllText(file, "x");
        Next();

        var result = _project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains($"warning KILN0039: '{artifact}' of the store", result.Output);
        Assert.Contains("because its model is not in the cache, and what the store has is not it", result.Output);
        Assert.Equal(ComparedRows.Recorded, _project.Lock("SumModel").SinceRelease!.On);
    }

    [Fact]
    public void Rows_that_it_may_have_been_trained_on_are_left_out()
    {
        Begin(months: 4);
        var from = DateTime.Parse(_project.Lock("SumModel").Released[0].Baseline!.Split!.From!, CultureInfo.InvariantCulture);
        // Two thirds of the data go, so that rows are held out now that trained it.
        _project.NameFiles("04.csv");

        Assert.True(_project.Train().Succeeded);

        var locked = _project.Lock("SumModel");
        var unseen = Month(4).Split('\n').Count(line => line.StartsWith("2024", StringComparison.Ordinal) && DateTime.Parse(line.Split(',')[0], CultureInfo.InvariantCulture) >= from);
        Assert.Equal(Math.Min(unseen, locked.HeldOutRows), locked.SinceRelease!.HeldOutRows);

        _project.NameFiles("01.csv", "02.csv");
        var old = _project.Train();
        Assert.Contains("1.0.0 is compared on the rows that its lock recorded, because all rows that are held out now may have trained it", old.Output);
    }

    [Fact]
    public void Where_rows_are_held_out_in_another_way_only_recorded_ones_are_compared()
    {
        Begin(months: 3);
        _project.Compile(Model("2.0.0", split: SplitKind.Hash));

        Assert.Contains("because rows are held out in another way since", _project.Train().Output);
    }

    /// <summary>A group is placed by its value as it is typed: as another type, four fifths of what is held out then trained the release.</summary>
    [Fact]
    public void A_group_of_another_type_is_another_split()
    {
        _project.AddDataset("sums", "who,cause,sum\n" + string.Concat(Enumerable.Range(0, 2_000).Select(row => $"{row % 50},{row % 7},{row % 7 * 2}\n")));
        _project.Compile(Grouped("1.0.0"));
        Assert.True(_project.InferContracts().Succeeded);
        var released = _project.Release();
        Assert.True(released.Succeeded, released.Output);
        _project.ReplaceFirst("data/sums.schema.json", "\"type\": \"integer\"", "\"type\": \"text\"");
        _project.ReplaceFirst("data/sums.schema.json", ", \"min\": 0", "");
        _project.Compile(Grouped("2.0.0"));

        var result = _project.Train();

        Assert.Contains("because the column 'who', which says which rows are held out, has another type since", result.Output);
    }

    static ModelDefinition Grouped(string version) => new()
    {
        Name = "SumModel", Type = "App.SumModel", Dataset = "sums", Label = "sum", Version = version, Group = "who", Ignore = ["who"], Location = new("SumModel.cs", 3, 2),
    };

    void Begin(int months)
    {
        _project.AddDataset("sums", [.. Enumerable.Range(1, months).Select(month => ($"{month:00}.csv", Month(month)))]);
        _project.Compile(Model("1.0.0"));
        Assert.True(_project.InferContracts().Succeeded);
        var result = _project.Release();
        Assert.True(result.Succeeded, result.Output);
    }

    void Next()
    {
        _project.AddFile("03.csv", Month(3));
        _project.Compile(Model("1.1.0"));
    }

    /// <summary>Another machine, with what version control has.</summary>
    void Forget()
    {
        Directory.Delete(Path.Combine(_project.Directory, "obj", "cache"), recursive: true);
        Directory.Delete(Path.Combine(_project.Directory, "obj", "kiln"), recursive: true);
    }

    static ModelDefinition Model(string version, IReadOnlyList<string>? ignore = null, SplitKind? split = null, double allowed = 0.05) => new()
    {
        Name = "SumModel", Type = "App.SumModel", Dataset = "sums", Label = "sum", Version = version, Ignore = ignore ?? [], Split = split,
        Gates = [new(new("RSquared", NoWorseBy: allowed, Because: "sums matter"), new("SumModel.cs", 4, 2))], Location = new("SumModel.cs", 3, 2),
    };

    static string Month(int month)
    {
        var random = new Random(month);
        return "day,noise,cause,sum\n" + string.Concat(Enumerable.Range(0, 600).Select(row =>
        {
            var (day, cause) = (1 + row * 28 / 600, random.Next(100));
            return FormattableString.Invariant($"2024-{month:00}-{day:00},{random.Next(100)},{cause},{2 * cause + 10 * random.NextDouble():0.000}\n");
        }));
    }
}
