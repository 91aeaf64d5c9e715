using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Road.Tests;

/// <summary>What an entry that never changes may hold: no person's row, when and from what it was made, and no more than a lock can carry for years.</summary>
public sealed class ReleaseEntryTests : IDisposable
{
    const string LockName = "FlightModel.lock.json";
    const int FirstMonth = 5_000;
    const int Month = 500;

    static readonly string[] Flights = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "late_flights.csv"));

    readonly RoadProject _project = new();

    public ReleaseEntryTests()
    {
        // Inferred of all rows: later months name airports that the first does not.
        var first = _project.AddDataset("flights", ("2001-01.csv", string.Join('\n', Flights) + "\n"));
        _project.Compile(Model("1.0.0"));
        Assert.True(_project.InferContracts().Succeeded);
        File.WriteAllText(first, Rows(0, FirstMonth));
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_year_of_monthly_releases_stays_small()
    {
        Succeed(_project.Release());
        var sizes = new List<long> { Size };
        for (var month = 1; month < 12; month++)
        {
            _project.AddFile($"2001-{month + 1:00}.csv", Rows(FirstMonth + (month - 1) * Month, Month));
            _project.Compile(Model($"1.0.{month}"));
            Succeed(_project.Release());
            sizes.Add(Size);
        }

        Assert.Equal(12, _project.Lock("FlightModel").Released.Count);
        Assert.All(sizes.Zip(sizes.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 3_000));
        Assert.InRange(sizes[^1], 1, 60 * 1024);
        Assert.Equal(12, _project.Lock("FlightModel").Released[^1].Provenance!.Partitions.Count);
        Succeed(_project.Release(locked: true));
    }

    [Fact]
    public void No_row_is_in_a_release_unless_that_is_asked_for()
    {
        Succeed(_project.Release());
        Assert.DoesNotContain("predictions", Text);
        Assert.Empty(_project.Lock("FlightModel").Released[0].Predictions);

        File.Delete(Path.Combine(_project.Directory, LockName));
        _project.Settings = ["rows=true"];
        Succeed(_project.Release());
        Assert.Equal(5, _project.Lock("FlightModel").Released[0].Predictions.Count);
    }

    [Fact]
    public void Where_a_release_comes_from_is_recorded_and_no_content()
    {
        _project.Settings = ["epoch=1700000000", "commit=0123abcd", "by=Ann"];
        Succeed(_project.Release());

        var (locked, before) = (_project.Lock("FlightModel"), Text);
        var provenance = Assert.Single(locked.Released).Provenance!;
        Assert.Equal(("2023-11-14", "0123abcd", "Ann", locked.Tool), (provenance.Date, provenance.Commit, provenance.By, provenance.Tool));
        Assert.Equal([KeyValuePair.Create("data/2001-01.csv", (long)FirstMonth)], provenance.Partitions);
        Assert.Equal((locked.TrainingRows, locked.HeldOutRows), (provenance.TrainingRows, provenance.HeldOutRows));

        _project.Settings = ["epoch=1710000000", "commit=4567cdef", "by=Bob"];
        var again = _project.Release();

        Succeed(again);
        Assert.Contains("FlightModel 1.0.0 was already released with the same content: nothing to record", again.Output);
        Assert.Equal(before, Text);
    }

    [Fact]
    public void Neither_commit_nor_person_is_named_where_nobody_says_them()
    {
        Succeed(_project.Release());

        Assert.Equal((null, null), (Provenance.Commit, Provenance.By));
        Assert.InRange(DateOnly.ParseExact(Provenance.Date, "yyyy-MM-dd").ToDateTime(default), DateTime.UtcNow.AddDays(-2), DateTime.UtcNow);
    }

    ReleaseProvenance Provenance => _project.Lock("FlightModel").Released[0].Provenance!;

    string Text => File.ReadAllText(Path.Combine(_project.Directory, LockName));

    long Size => new FileInfo(Path.Combine(_project.Directory, LockName)).Length;

    static void Succeed(RoadResult result) => Assert.True(result.Succeeded, result.Output);

    static string Rows(int from, int count) => string.Join('\n', [Flights[0], .. Flights.Skip(1 + from).Take(count)]) + "\n";

    static ModelDefinition Model(string version) => new()
    {
        Name = "FlightModel", Type = "App.FlightModel", Dataset = "flights", Label = "late", Version = version, Time = "date", Location = new("FlightModel.cs", 3, 2),
    };
}
