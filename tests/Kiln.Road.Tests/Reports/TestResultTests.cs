using System.Xml.Linq;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests.Reports;

/// <summary>Gates and expectations as build servers read them.</summary>
public sealed class TestResultTests
{
    static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void Both_files_have_a_test_for_each_gate_and_expectation_and_are_the_same_in_any_folder()
    {
        using var project = Built();

        string[] expected =
        [
            "Kiln.PenguinModel is built skipped", "Kiln.PenguinModel MicroAccuracy AtLeast 0.9 passed", "Kiln.PenguinModel MicroAccuracy AtLeast 0.9999 Slice sex MinRows 20 failed",
            "Kiln.PenguinModel year Invariant failed", "Kiln.PenguinModel year Invariant Within 1 passed",
        ];
        var junit = XDocument.Parse(Text(project, "tests.junit.xml")).Root!;
        Assert.Equal(expected, junit.Descendants("testcase").Select(test =>
            $"{(string?)test.Attribute("classname")} {(string?)test.Attribute("name")} {(test.Element("failure") is null ? test.Element("skipped") is null ? "passed" : "skipped" : "failed")}"));
        Assert.Equal(("5", "2", "1"), ((string?)junit.Attribute("tests"), (string?)junit.Attribute("failures"), (string?)junit.Element("testsuite")!.Attribute("skipped")));
        Assert.StartsWith("PenguinModel.cs(6,2): error KILN4025: the prediction changes with 'year' on ", (string?)junit.Descendants("failure").Last().Attribute("message"));

        var trx = XDocument.Parse(Text(project, "tests.trx")).Root!;
        Assert.Equal(expected.Select(test => test.Replace("Kiln.PenguinModel ", "Kiln.PenguinModel.").Replace("skipped", "NotExecuted").Replace("passed", "Passed").Replace("failed", "Failed")),
            trx.Descendants(Trx + "UnitTestResult").Select(test => $"{(string?)test.Attribute("testName")} {(string?)test.Attribute("outcome")}"));
        var counters = trx.Descendants(Trx + "Counters").Single();
        Assert.Equal(("5", "4", "2", "2", "1"), ((string?)counters.Attribute("total"), (string?)counters.Attribute("executed"), (string?)counters.Attribute("passed"), (string?)counters.Attribute("failed"), (string?)counters.Attribute("notExecuted")));
        Assert.Equal(trx.Descendants(Trx + "UnitTest").Select(test => (string?)test.Attribute("id")), trx.Descendants(Trx + "TestEntry").Select(test => (string?)test.Attribute("testId")).Distinct());

        using var elsewhere = Built();
        Assert.Equal((Text(project, "tests.junit.xml"), Text(project, "tests.trx")), (Text(elsewhere, "tests.junit.xml"), Text(elsewhere, "tests.trx")));
    }

    [Fact]
    public void A_run_that_comes_to_nothing_leaves_a_failed_test_and_no_old_ones()
    {
        using var project = Built();
        project.Replace("data/penguins.csv", "39.1", "thirty-nine");

        Assert.False(project.Train().Succeeded);

        var junit = XDocument.Parse(Text(project, "tests.junit.xml"));
        Assert.Matches(@"data/penguins\.csv\(\d+,\d+\): error KILN1007: ", junit.Descendants("testcase").First().Element("failure")!.Value);
        Assert.All(junit.Descendants("testcase").Skip(1), test => Assert.NotNull(test.Element("skipped")));
    }

    static RoadProject Built()
    {
        var project = RoadProject.Ready(Penguins, new ModelDefinition
        {
            Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Location = new("PenguinModel.cs", 3, 2),
            Gates = [RoadProject.AtLeast("MicroAccuracy", 0.9), new(new("MicroAccuracy", 0.9999, Slice: "sex", MinRows: 20), new("PenguinModel.cs", 5, 2))],
            Expectations = [new(new("year", Invariant: true), new("PenguinModel.cs", 6, 2)), new(new("year", Invariant: true, Within: 1), new("PenguinModel.cs", 7, 2))],
        });
        Assert.False(project.Train().Succeeded);
        return project;
    }

    static string Text(RoadProject project, string file) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", file));
}
