using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;

namespace Kiln.Road.Tests;

/// <summary>Every build says what changed since the last release, in the lock and in the report.</summary>
public class ChangesTests
{
    const string LockName = "PenguinModel.lock.json";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void Without_a_release_there_is_nothing_to_say()
    {
        using var project = Ready();
        project.Train();

        Assert.Null(project.Lock("PenguinModel").SinceRelease);
        Assert.DoesNotContain("Since", Report(project));
        Assert.Empty(Directory.EnumerateFiles(project.Directory, "baseline.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_release_records_what_a_later_comparison_needs_and_of_ids_only_that_they_were_there()
    {
        using var project = new RoadProject();
        var random = new Random(3);
        project.AddDataset("sums", "id,day,noise,cause,sum\n" + string.Concat(Enumerable.Range(0, 2_000).Select(row =>
        {
            var (day, cause) = (random.Next(1, 29), random.Next(100));
            return $"{row},2024-01-{day:00},{random.Next(100)},{cause},{2 * cause + day + random.NextDouble():0.000}\n";
        })));
        project.Compile(new ModelDefinition
        {
            Name = "SumModel", Type = "App.SumModel", Dataset = "sums", Label = "sum", Version = "1.0.0", Features = ["day", "noise", "cause"], Split = SplitKind.Hash,
            Location = new("SumModel.cs", 3, 2),
        });
        Assert.True(project.InferContracts().Succeeded);
        Assert.True(project.Release().Succeeded);

        var baseline = project.Lock("SumModel").Released[0].Baseline!;

        Assert.Equal((2_000, 8_000), (baseline.Rows, baseline.Sketch.Length));
        Assert.Equal(project.Lock("SumModel").HeldOutRows * (8 + 4), baseline.HeldOut.Length);
        var importance = baseline.Importance.ToDictionary(feature => feature.Key, feature => feature.Value);
        Assert.InRange(importance["noise"], 0, 0.01);
        Assert.InRange(importance["day"], 0.01, importance["cause"]);
        Assert.Equal(new BaselineColumn("id", "integer"), baseline.Columns[0]);
        Assert.Equal(("day", "date-time", 28), (baseline.Columns[1].Name, baseline.Columns[1].Type, baseline.Columns[1].Distinct));
        Assert.InRange(baseline.Columns[3].Mean!.Value, 47, 52);
        Assert.InRange(baseline.Columns[3].Deviation!.Value, 27, 31);
    }

    [Fact]
    public void A_retraining_without_a_change_changes_no_byte_and_every_difference_is_0()
    {
        using var project = Released();
        var before = project.Snapshot()[LockName];

        Assert.Equal(1, project.Train(always: true).Trained);
        Assert.Equal(before, project.Snapshot()[LockName]);
        Directory.Delete(Path.Combine(project.Directory, "obj", "cache"), recursive: true);
        Directory.Delete(Path.Combine(project.Directory, "obj", "kiln"), recursive: true);
        var fresh = project.Train(locked: true);

        Assert.True(fresh.Succeeded, fresh.Output);
        Assert.Contains("  since 1.0.0: all 81 rows that are held out are predicted as they were", fresh.Output);
        var changes = project.Lock("PenguinModel").SinceRelease!;
        Assert.Equal(("1.0.0", 81, 0, null), (changes.Version, changes.HeldOutRows, changes.Flipped, changes.NotCompared));
        Assert.Equal(new RowChange(344, 0, 0, false), changes.Rows);
        Assert.Empty(changes.Metrics);
        Assert.Empty(changes.Importance);
        Assert.Empty(changes.Columns);
    }

    [Fact]
    public void Another_definition_and_other_data_are_compared_on_the_rows_that_both_held_out()
    {
        using var project = Released();
        project.ReplaceFirst("data/penguins.csv", "\n", "\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"Gentoo,Biscoe,4{i % 10}.5,15.{i % 7},2{i % 30:00},5{i:000},male,2009\n")));
        project.Compile(Model("2.0.0", ignore: ["bill_length_mm"]));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        var changes = project.Lock("PenguinModel").SinceRelease!;
        Assert.Equal(new RowChange(344, 40, 0, false), changes.Rows);
        Assert.InRange(changes.Flipped, 1, 20);
        Assert.Equal((ComparedRows.HeldOut, project.Lock("PenguinModel").HeldOutRows), (changes.On, changes.HeldOutRows));
        var accuracy = changes.Metrics.Single(metric => metric.Key == "MicroAccuracy").Value;
        // Each of the three is rounded to six digits by itself.
        Assert.InRange(accuracy.Now.Value - accuracy.Released.Value - accuracy.Difference.Value, -1.5e-6, 1.5e-6);
        Assert.InRange(accuracy.Difference.Value, accuracy.Difference.Low, accuracy.Difference.High);
        Assert.Null(changes.Importance.Single(feature => feature.Key == "bill_length_mm").Value.Now);
        Assert.Contains(changes.Columns, column => column.Key == "island" && column.Value.StartsWith("most frequent 48.8 % → ", StringComparison.Ordinal));
        var report = Report(project);
        Assert.Contains("### Since 1.0.0", report);
        Assert.Contains($"{changes.Flipped} of the {changes.HeldOutRows} rows that are held out", report);
        Assert.Contains("Data: 344 rows kept, 40 added, 0 removed.", report);
        Assert.Equal(2, result.Output.Split('\n').Count(line => line.StartsWith("  since ", StringComparison.Ordinal) || line.StartsWith("  data: ", StringComparison.Ordinal)));

        var locked = project.Snapshot()[LockName];
        Directory.Delete(Path.Combine(project.Directory, "obj", "cache"), recursive: true);
        Directory.Delete(Path.Combine(project.Directory, "obj", "kiln"), recursive: true);
        var bare = project.Train(locked: true);
        Assert.True(bare.Succeeded, bare.Output);
        Assert.Equal(locked, project.Snapshot()[LockName]);
    }

    static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));

    static RoadProject Released()
    {
        var project = Ready();
        Assert.True(project.Release().Succeeded);
        return project;
    }

    static RoadProject Ready() => RoadProject.Ready(Penguins, Model("1.0.0"));

    static ModelDefinition Model(string version, int seed = 1, string[]? ignore = null, params ModelGate[] gates) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Seed = seed, Ignore = ignore ?? [],
        Gates = gates, Location = new("PenguinModel.cs", 3, 2),
    };
}
