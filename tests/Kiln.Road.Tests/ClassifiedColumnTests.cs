using System.Globalization;

namespace Kiln.Road.Tests;

/// <summary>Values of columns with a classification stand in nothing that a build writes, whoever gets it.</summary>
public sealed class ClassifiedColumnTests
{
    [Fact]
    public void No_value_of_a_classified_column_is_in_a_lock_a_card_a_report_or_a_run()
    {
        var csv = "day,clinic,x,y\n" + string.Concat(Enumerable.Range(0, 400).Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{new DateTime(2031, 5, 1).AddDays(row):yyyy-MM-dd},{(row % 3 == 0 ? "Zehlendorf" : "Moabit")},{row * 37 % 101},{(row * 37 % 101 > 50 ? "yes" : "no")}\n")));
        using var project = RoadProject.Ready(csv, new()
        {
            Name = "VisitModel", Type = "App.VisitModel", Dataset = "visits", Label = "y", Version = "1.0.0", Time = "day", Location = new("VisitModel.cs", 3, 2),
            Gates = [new(new("Accuracy", 0.5, Slice: "clinic", MinRows: 5), new("VisitModel.cs", 4, 2))],
        });
        var contract = Path.Combine(project.Directory, "data", "visits.schema.json");
        File.WriteAllText(contract, File.ReadAllText(contract).Replace("\"name\": \"clinic\",", "\"name\": \"clinic\", \"classification\": \"personal\","));
        string[] tells = ["VisitModel.lock.json", "obj/kiln/VisitModel.model-card.md", "obj/kiln/VisitModel.cdx.json", "obj/kiln/VisitModel.report.html", "obj/kiln/report.md"];
        project.Settings = [$"runs={Path.Combine(project.Directory, "obj", "runs")}", "run=one"];
        Assert.True(project.Train() is { Succeeded: true }, "trains");
        Assert.Contains("\"2031-05-01\", \"2032-06-03\"", File.ReadAllText(Path.Combine(project.Directory, "VisitModel.lock.json")));

        File.WriteAllText(contract, File.ReadAllText(contract).Replace("\"name\": \"day\",", "\"name\": \"day\", \"classification\": \"personal\","));
        // A locked build leaves the lock alone; what it shows is without them all the same.
        Assert.True(project.Train(locked: true) is { Succeeded: true }, "locked");
        HoldsNone([.. tells[1..], "obj/runs/one/App.VisitModel.json"]);
        project.Settings = [];
        var released = project.Release();
        Assert.True(released.Succeeded, released.Output);
        HoldsNone(tells);
        Assert.Contains("\"value 1\"", File.ReadAllText(Path.Combine(project.Directory, "VisitModel.lock.json")));

        void HoldsNone(string[] files) => Assert.All(files, file =>
            Assert.DoesNotMatch("203[12]-|Zehlendorf|Moabit", File.ReadAllText(Path.Combine(project.Directory, file))));
    }
}
